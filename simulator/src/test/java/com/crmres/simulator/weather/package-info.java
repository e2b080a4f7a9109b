/// Checks of this part of the simulator.
@NullMarked
package com.crmres.simulator.weather;

import org.jspecify.annotations.NullMarked;
