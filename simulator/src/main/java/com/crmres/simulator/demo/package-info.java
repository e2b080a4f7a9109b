/// The whole system for `./crm demo`: server, simulated customers and staff, and proof at the end.
@NullMarked
package com.crmres.simulator.demo;

import org.jspecify.annotations.NullMarked;
