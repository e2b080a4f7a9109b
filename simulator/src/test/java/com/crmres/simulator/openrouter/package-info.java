/// Checks of this part of the simulator.
@NullMarked
package com.crmres.simulator.openrouter;

import org.jspecify.annotations.NullMarked;
