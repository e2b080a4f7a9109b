/// Payments of orders: what is owed and how, links of a payment provider, money that goes back.
@NullMarked
package com.crmres.server.payment;

import org.jspecify.annotations.NullMarked;
