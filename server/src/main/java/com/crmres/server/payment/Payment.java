package com.crmres.server.payment;

import com.crmres.common.money.Money;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.common.payment.PaymentState;
import com.crmres.common.payment.PaymentSummary;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment as it is kept.
///
/// @param provider of a link
/// @param providerId the provider's id of the link, once it is made
record Payment(
    UUID id,
    UUID orderId,
    UUID branchId,
    UUID conversationId,
    PaymentMethod method,
    PaymentState state,
    Money amount,
    Money refunded,
    @Nullable String provider,
    @Nullable String providerId,
    @Nullable String url,
    @Nullable Instant expiresAt,
    Instant createdAt,
    Instant changedAt) {

  Money left() {
    return new Money(amount.halalas() - refunded.halalas());
  }

  PaymentSummary summary() {
    boolean open = PaymentMove.isOpen(state);
    return new PaymentSummary(
        id,
        orderId,
        branchId,
        method,
        state,
        amount,
        refunded,
        open ? url : null,
        open ? expiresAt : null,
        createdAt,
        changedAt);
  }
}
