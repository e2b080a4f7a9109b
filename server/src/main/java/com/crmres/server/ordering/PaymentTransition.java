package com.crmres.server.ordering;

import static com.crmres.common.ordering.OrderPaymentState.AUTHORISED;
import static com.crmres.common.ordering.OrderPaymentState.COD_COLLECTED;
import static com.crmres.common.ordering.OrderPaymentState.COD_DUE;
import static com.crmres.common.ordering.OrderPaymentState.COD_SHORT;
import static com.crmres.common.ordering.OrderPaymentState.EXPIRED;
import static com.crmres.common.ordering.OrderPaymentState.FAILED;
import static com.crmres.common.ordering.OrderPaymentState.NONE;
import static com.crmres.common.ordering.OrderPaymentState.PAID;
import static com.crmres.common.ordering.OrderPaymentState.PARTIALLY_REFUNDED;
import static com.crmres.common.ordering.OrderPaymentState.PENDING;
import static com.crmres.common.ordering.OrderPaymentState.REFUNDED;
import static com.crmres.common.ordering.OrderPaymentState.REFUND_PENDING;
import static com.crmres.common.ordering.OrderPaymentState.VOIDED;

import com.crmres.common.ordering.OrderPaymentState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every move the money of an order may make; `order_axis_transition` repeats it for the database.
enum PaymentTransition {
  CASH_AGREED(NONE, OrderCommand.OweCash.class, COD_DUE),
  CASH_AFTER_ALL(PENDING, OrderCommand.OweCash.class, COD_DUE),
  CASH_AFTER_FAILURE(FAILED, OrderCommand.OweCash.class, COD_DUE),
  CASH_AFTER_EXPIRY(EXPIRED, OrderCommand.OweCash.class, COD_DUE),

  LINK_SENT(NONE, OrderCommand.AskPayment.class, PENDING),
  LINK_SENT_INSTEAD(COD_DUE, OrderCommand.AskPayment.class, PENDING),
  LINK_SENT_ANEW(PENDING, OrderCommand.AskPayment.class, PENDING),
  LINK_AFTER_FAILURE(FAILED, OrderCommand.AskPayment.class, PENDING),
  LINK_AFTER_EXPIRY(EXPIRED, OrderCommand.AskPayment.class, PENDING),
  LINK_AFTER_VOID(VOIDED, OrderCommand.AskPayment.class, PENDING, Sum.LIVE),

  HELD_BY_BANK(PENDING, OrderCommand.Authorise.class, AUTHORISED),

  PAID_AT_ONCE(NONE, OrderCommand.MarkPaid.class, PAID, Sum.LIVE),
  PAID_BY_LINK(PENDING, OrderCommand.MarkPaid.class, PAID, Sum.LIVE),
  CAPTURED(AUTHORISED, OrderCommand.MarkPaid.class, PAID, Sum.LIVE),
  PAID_AFTER_FAILURE(FAILED, OrderCommand.MarkPaid.class, PAID, Sum.LIVE),
  PAID_AFTER_EXPIRY(EXPIRED, OrderCommand.MarkPaid.class, PAID, Sum.LIVE),
  PAID_AFTER_VOID(VOIDED, OrderCommand.MarkPaid.class, PAID, Sum.LIVE),
  PAID_BEFORE_CASH(COD_DUE, OrderCommand.MarkPaid.class, PAID, Sum.LIVE),
  // A payment that comes after its order came to nothing goes back at once.
  PAID_FOR_NOTHING(NONE, OrderCommand.MarkPaid.class, REFUND_PENDING, Sum.DROPPED),
  LINK_PAID_FOR_NOTHING(PENDING, OrderCommand.MarkPaid.class, REFUND_PENDING, Sum.DROPPED),
  CAPTURED_FOR_NOTHING(AUTHORISED, OrderCommand.MarkPaid.class, REFUND_PENDING, Sum.DROPPED),
  FAILED_PAID_FOR_NOTHING(FAILED, OrderCommand.MarkPaid.class, REFUND_PENDING, Sum.DROPPED),
  EXPIRED_PAID_FOR_NOTHING(EXPIRED, OrderCommand.MarkPaid.class, REFUND_PENDING, Sum.DROPPED),
  VOIDED_PAID_FOR_NOTHING(VOIDED, OrderCommand.MarkPaid.class, REFUND_PENDING, Sum.DROPPED),
  CASH_PAID_FOR_NOTHING(COD_DUE, OrderCommand.MarkPaid.class, REFUND_PENDING, Sum.DROPPED),

  LINK_FAILED(PENDING, OrderCommand.FailPayment.class, FAILED),
  CAPTURE_FAILED(AUTHORISED, OrderCommand.FailPayment.class, FAILED),
  LINK_EXPIRED(PENDING, OrderCommand.ExpirePayment.class, EXPIRED),

  LINK_VOIDED(PENDING, OrderCommand.VoidPayment.class, VOIDED),
  HOLD_VOIDED(AUTHORISED, OrderCommand.VoidPayment.class, VOIDED),
  CASH_FORGIVEN(COD_DUE, OrderCommand.VoidPayment.class, VOIDED),

  CASH_TAKEN(COD_DUE, OrderCommand.CollectCash.class, COD_COLLECTED, Sum.WHOLE),
  CASH_TAKEN_SHORT(COD_DUE, OrderCommand.CollectCash.class, COD_SHORT, Sum.PART),
  CASH_TAKEN_UNAGREED(NONE, OrderCommand.CollectCash.class, COD_COLLECTED, Sum.WHOLE),
  CASH_TAKEN_UNAGREED_SHORT(NONE, OrderCommand.CollectCash.class, COD_SHORT, Sum.PART),
  REST_TAKEN(COD_SHORT, OrderCommand.CollectCash.class, COD_COLLECTED, Sum.WHOLE),
  REST_TAKEN_SHORT(COD_SHORT, OrderCommand.CollectCash.class, COD_SHORT, Sum.PART),

  REFUND_ASKED(PAID, OrderCommand.Refund.class, REFUND_PENDING),
  CASH_REFUND_ASKED(COD_COLLECTED, OrderCommand.Refund.class, REFUND_PENDING),
  SHORT_REFUND_ASKED(COD_SHORT, OrderCommand.Refund.class, REFUND_PENDING),
  REFUND_ASKED_BESIDES(REFUND_PENDING, OrderCommand.Refund.class, REFUND_PENDING),
  REFUND_ASKED_AGAIN(PARTIALLY_REFUNDED, OrderCommand.Refund.class, REFUND_PENDING),
  REFUND_SETTLED(REFUND_PENDING, OrderCommand.SettleRefund.class, REFUNDED, Sum.WHOLE),
  REFUND_SETTLED_IN_PART(
      REFUND_PENDING, OrderCommand.SettleRefund.class, PARTIALLY_REFUNDED, Sum.PART),
  REFUND_FAILED(REFUND_PENDING, OrderCommand.FailRefund.class, PAID, Sum.WHOLE),
  REFUND_FAILED_AFTER_PART(
      REFUND_PENDING, OrderCommand.FailRefund.class, PARTIALLY_REFUNDED, Sum.PART),

  LINK_RELEASED(PENDING, OrderCommand.Release.class, VOIDED, Sum.WHOLE),
  // What was paid before a change made more due goes back.
  LINK_RELEASED_PART_PAID(PENDING, OrderCommand.Release.class, REFUND_PENDING, Sum.PART),
  FAILED_RELEASED_PART_PAID(FAILED, OrderCommand.Release.class, REFUND_PENDING, Sum.PART),
  EXPIRED_RELEASED_PART_PAID(EXPIRED, OrderCommand.Release.class, REFUND_PENDING, Sum.PART),
  VOIDED_RELEASED_PART_PAID(VOIDED, OrderCommand.Release.class, REFUND_PENDING, Sum.PART),
  HOLD_RELEASED(AUTHORISED, OrderCommand.Release.class, VOIDED),
  CASH_RELEASED(COD_DUE, OrderCommand.Release.class, VOIDED, Sum.WHOLE),
  CASH_RELEASED_PART_PAID(COD_DUE, OrderCommand.Release.class, REFUND_PENDING, Sum.PART),
  PAID_RELEASED(PAID, OrderCommand.Release.class, REFUND_PENDING),
  CASH_TAKEN_RELEASED(COD_COLLECTED, OrderCommand.Release.class, REFUND_PENDING),
  CASH_SHORT_RELEASED(COD_SHORT, OrderCommand.Release.class, REFUND_PENDING),
  REST_RELEASED(PARTIALLY_REFUNDED, OrderCommand.Release.class, REFUND_PENDING),
  REST_RELEASED_BESIDES(REFUND_PENDING, OrderCommand.Release.class, REFUND_PENDING),
  DUE_AGAIN(VOIDED, OrderCommand.Resume.class, COD_DUE);

  /// Where only payments bring an order: money that came and went back before anybody told us, that
  /// was given back in the provider's own program, one payment after another, a rest that a change
  /// made due, and orders of the time when payments did not move them.
  static final Map<OrderPaymentState, Set<OrderPaymentState>> COUNTED =
      Map.ofEntries(
          Map.entry(NONE, EnumSet.of(FAILED, EXPIRED, VOIDED, REFUNDED, PARTIALLY_REFUNDED)),
          Map.entry(
              PAID,
              EnumSet.of(
                  PARTIALLY_REFUNDED,
                  REFUNDED,
                  COD_COLLECTED,
                  PENDING,
                  COD_DUE,
                  FAILED,
                  EXPIRED,
                  VOIDED)),
          Map.entry(COD_DUE, EnumSet.of(PARTIALLY_REFUNDED, REFUNDED)),
          Map.entry(COD_COLLECTED, EnumSet.of(PAID, PARTIALLY_REFUNDED, PENDING, COD_DUE)),
          Map.entry(PENDING, EnumSet.of(PARTIALLY_REFUNDED, REFUNDED, COD_COLLECTED)),
          Map.entry(FAILED, EnumSet.of(PARTIALLY_REFUNDED, REFUNDED, COD_COLLECTED)),
          Map.entry(EXPIRED, EnumSet.of(PARTIALLY_REFUNDED, REFUNDED, COD_COLLECTED)),
          Map.entry(VOIDED, EnumSet.of(PARTIALLY_REFUNDED, REFUNDED, COD_COLLECTED)),
          Map.entry(
              REFUND_PENDING,
              EnumSet.of(COD_COLLECTED, COD_SHORT, PENDING, COD_DUE, FAILED, EXPIRED, VOIDED)),
          Map.entry(
              PARTIALLY_REFUNDED, EnumSet.of(REFUNDED, PAID, COD_COLLECTED, PENDING, COD_DUE)),
          Map.entry(
              REFUNDED, EnumSet.of(REFUND_PENDING, PENDING, COD_DUE, PAID, PARTIALLY_REFUNDED)));

  private final OrderPaymentState from;
  private final Class<? extends OrderCommand.Payment> asked;
  private final OrderPaymentState to;
  private final Sum sum;

  PaymentTransition(
      OrderPaymentState from, Class<? extends OrderCommand.Payment> asked, OrderPaymentState to) {
    this(from, asked, to, Sum.ANY);
  }

  PaymentTransition(
      OrderPaymentState from,
      Class<? extends OrderCommand.Payment> asked,
      OrderPaymentState to,
      Sum sum) {
    this.from = from;
    this.asked = asked;
    this.to = to;
    this.sum = sum;
  }

  /// For which amounts, or which orders, a move is meant.
  enum Sum {
    ANY,
    /// All that was open: nothing is left to collect, or to give back.
    WHOLE,
    PART,
    /// The order goes on, or the customer has it.
    LIVE,
    /// The order was rejected, cancelled, or has expired.
    DROPPED
  }

  /// The move a command makes, if it is allowed.
  ///
  /// @param whole whether its amount is all that is open
  /// @param dropped whether the order came to nothing
  static Optional<PaymentTransition> of(
      OrderPaymentState from, OrderCommand.Payment command, boolean whole, boolean dropped) {
    return Arrays.stream(values())
        .filter(move -> move.from == from && move.asked.isInstance(command))
        .filter(move -> move.fits(whole, dropped))
        .findFirst();
  }

  /// Whether payments that are counted anew may bring an order from one state to another: as a
  /// command could, or as [#COUNTED] says.
  static boolean isCounted(OrderPaymentState from, OrderPaymentState to) {
    return from == to
        || COUNTED.getOrDefault(from, Set.of()).contains(to)
        || Arrays.stream(values()).anyMatch(move -> move.from == from && move.to == to);
  }

  /// Whether a kind of command may be asked for at all.
  static boolean knows(OrderPaymentState from, Class<? extends OrderCommand.Payment> asked) {
    return Arrays.stream(values()).anyMatch(move -> move.from == from && move.asked == asked);
  }

  OrderPaymentState source() {
    return from;
  }

  OrderPaymentState target() {
    return to;
  }

  private boolean fits(boolean whole, boolean dropped) {
    return switch (sum) {
      case ANY -> true;
      case WHOLE -> whole;
      case PART -> !whole;
      case LIVE -> !dropped;
      case DROPPED -> dropped;
    };
  }
}
