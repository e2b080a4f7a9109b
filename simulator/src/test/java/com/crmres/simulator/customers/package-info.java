/// Checks of this part of the simulator.
@NullMarked
package com.crmres.simulator.customers;

import org.jspecify.annotations.NullMarked;
