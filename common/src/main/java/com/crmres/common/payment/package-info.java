/// Payments: how an order is paid, and what becomes of the money.
@NullMarked
package com.crmres.common.payment;

import org.jspecify.annotations.NullMarked;
