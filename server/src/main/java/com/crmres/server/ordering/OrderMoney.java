package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderPaymentState;

/// What the payments of an order come to.
///
/// @param paid what came in, less what went back because the order became cheaper
/// @param refunded what of it went back otherwise
/// @param asked what of it is to go back and has not yet
public record OrderMoney(OrderPaymentState state, Money paid, Money refunded, Money asked) {}
