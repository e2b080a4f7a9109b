package com.crmres.common.payment;

import com.crmres.common.money.Money;
import com.crmres.common.wire.WireName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Money that goes back, or that people must look at.
///
/// @param words why, in the words of whoever asked for it
public record PaymentTask(
    UUID id,
    UUID paymentId,
    UUID orderId,
    UUID branchId,
    Reason reason,
    State state,
    Money amount,
    @Nullable String words,
    Instant madeAt) {

  /// Why there is something to do.
  public enum Reason implements WireName {
    /// The order ended after it was paid.
    ORDER_ENDED,
    /// It was paid after the order had ended.
    PAID_TOO_LATE,
    /// Another payment of the order came through as well.
    PAID_TWICE,
    /// The provider tells another amount, currency or order than ours.
    DIFFERS,
    /// Staff give money back.
    ASKED,
    /// The order was changed and costs less.
    ALTERED,
    /// Too little was taken at the door: `amount` is what is missing, nothing goes back.
    SHORT
  }

  /// Who has it.
  public enum State implements WireName {
    /// The provider is asked to give it back.
    UNDER_WAY,
    /// Nobody but people can do it.
    FOR_PEOPLE,
    DONE
  }
}
