/// Checks of the simulator against recorded shapes and against what WhatsApp is known to do.
@NullMarked
package com.crmres.simulator;

import org.jspecify.annotations.NullMarked;
