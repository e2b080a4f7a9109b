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
/// @param collected at the hand-over; null where all that was due came, if anything did
/// @param refunded what went back of it
/// @param byHand what of that people gave back, past the provider
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
    @Nullable Money collected,
    Money refunded,
    Money byHand,
    @Nullable String provider,
    @Nullable String providerId,
    @Nullable String url,
    @Nullable Instant expiresAt,
    Instant createdAt,
    Instant changedAt) {

  /// What came in.
  Money received() {
    return !PaymentMove.hasCome(state) ? Money.ZERO : collected == null ? amount : collected;
  }

  /// What went back by the provider.
  Money byProvider() {
    return Answers.rest(refunded, byHand);
  }

  Money left() {
    return Answers.rest(received(), refunded);
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
