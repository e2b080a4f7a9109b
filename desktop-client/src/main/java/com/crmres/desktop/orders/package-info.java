/// The board on which a branch moves its orders.
@NullMarked
package com.crmres.desktop.orders;

import org.jspecify.annotations.NullMarked;
