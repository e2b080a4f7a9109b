/// Paying for orders, with real processes.
@NullMarked
package com.crmres.bench.payment;

import org.jspecify.annotations.NullMarked;
