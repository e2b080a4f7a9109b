/// Tests of the simulated Moyasar.
@NullMarked
package com.crmres.simulator.payment;

import org.jspecify.annotations.NullMarked;
