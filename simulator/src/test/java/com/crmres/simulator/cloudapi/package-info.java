/// Checks of this part of the simulator.
@NullMarked
package com.crmres.simulator.cloudapi;

import org.jspecify.annotations.NullMarked;
