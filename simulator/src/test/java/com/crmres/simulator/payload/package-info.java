/// Checks of this part of the simulator.
@NullMarked
package com.crmres.simulator.payload;

import org.jspecify.annotations.NullMarked;
