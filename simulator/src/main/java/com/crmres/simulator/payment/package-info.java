/// Moyasar on loopback: invoices, payments, refunds, and callbacks in any weather.
@NullMarked
package com.crmres.simulator.payment;

import org.jspecify.annotations.NullMarked;
