/// The board at the counter: what is being made, what can be collected, what waits for a driver.
@NullMarked
package com.crmres.desktop.pickup;

import org.jspecify.annotations.NullMarked;
