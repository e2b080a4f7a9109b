package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderSummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The money of an order that has just moved.
///
/// @param order as it is now
/// @param amount that was taken, or is to go back, in this step; null for a step without money
public record PaymentStep(
    OrderSummary order,
    OrderPaymentState from,
    OrderPaymentState to,
    @Nullable Money amount,
    Actor actor,
    Why why,
    Instant at) {}
