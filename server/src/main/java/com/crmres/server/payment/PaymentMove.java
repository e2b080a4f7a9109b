package com.crmres.server.payment;

import static com.crmres.common.payment.PaymentState.CANCELLED;
import static com.crmres.common.payment.PaymentState.CREATED;
import static com.crmres.common.payment.PaymentState.EXPIRED;
import static com.crmres.common.payment.PaymentState.FAILED;
import static com.crmres.common.payment.PaymentState.PAID;
import static com.crmres.common.payment.PaymentState.PARTLY_REFUNDED;
import static com.crmres.common.payment.PaymentState.PENDING;
import static com.crmres.common.payment.PaymentState.REFUNDED;
import static com.crmres.common.payment.PaymentState.SHORT;

import com.crmres.common.payment.PaymentState;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Every move a payment may make. The table `payment_move` repeats it for the database.
///
/// Money may arrive after we gave up: the provider's truth wins over our clock.
final class PaymentMove {

  private static final Map<PaymentState, Set<PaymentState>> MOVES =
      Map.of(
          CREATED, EnumSet.of(PENDING, PAID, SHORT, FAILED, EXPIRED, CANCELLED),
          SHORT, EnumSet.of(PAID, PARTLY_REFUNDED, REFUNDED),
          PENDING, EnumSet.of(PAID, FAILED, EXPIRED, CANCELLED),
          FAILED, EnumSet.of(PAID),
          EXPIRED, EnumSet.of(PAID),
          CANCELLED, EnumSet.of(PAID),
          PAID, EnumSet.of(PARTLY_REFUNDED, REFUNDED),
          PARTLY_REFUNDED, EnumSet.of(REFUNDED),
          REFUNDED, EnumSet.noneOf(PaymentState.class));

  private PaymentMove() {}

  static boolean isAllowed(PaymentState from, PaymentState to) {
    return MOVES.getOrDefault(from, Set.of()).contains(to);
  }

  /// Whether it still waits for money.
  static boolean isOpen(PaymentState state) {
    return state == CREATED || state == PENDING;
  }

  /// Whether money of it ever came.
  static boolean hasCome(PaymentState state) {
    return isPaid(state) || state == REFUNDED;
  }

  /// Whether there is money of it in the house.
  static boolean isPaid(PaymentState state) {
    return state == PAID || state == SHORT || state == PARTLY_REFUNDED;
  }
}
