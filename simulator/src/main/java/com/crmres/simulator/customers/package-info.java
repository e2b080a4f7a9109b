/// Simulated people on WhatsApp who order, ask and complain, by script or by chance.
@NullMarked
package com.crmres.simulator.customers;

import org.jspecify.annotations.NullMarked;
