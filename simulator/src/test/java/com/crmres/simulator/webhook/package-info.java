/// Checks of this part of the simulator.
@NullMarked
package com.crmres.simulator.webhook;

import org.jspecify.annotations.NullMarked;
