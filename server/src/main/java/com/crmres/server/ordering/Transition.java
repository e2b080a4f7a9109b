package com.crmres.server.ordering;

import static com.crmres.common.ordering.OrderStatus.CANCELLED;
import static com.crmres.common.ordering.OrderStatus.CANCEL_REQUESTED;
import static com.crmres.common.ordering.OrderStatus.CONFIRMED;
import static com.crmres.common.ordering.OrderStatus.DELIVERED;
import static com.crmres.common.ordering.OrderStatus.DELIVERY_FAILED;
import static com.crmres.common.ordering.OrderStatus.EXPIRED;
import static com.crmres.common.ordering.OrderStatus.OUT_FOR_DELIVERY;
import static com.crmres.common.ordering.OrderStatus.PENDING;
import static com.crmres.common.ordering.OrderStatus.PREPARING;
import static com.crmres.common.ordering.OrderStatus.READY;
import static com.crmres.common.ordering.OrderStatus.REJECTED;

import com.crmres.common.ordering.DeliveryState;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderStatus;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every move an order may make: from where, asked how, to where, for which orders, what the
/// customer is told, what comes with it.
///
/// The whole machine stands here; the table `order_transition` repeats it for the database. The
/// sentence is one of the bundle `told`; a move that the customer asked for in the conversation has
/// none, since the conversation answers him.
enum Transition {
  ACCEPTED(PENDING, OrderCommand.Accept.class, CONFIRMED, Only.AT_ONCE, "confirmed"),
  ACCEPTED_FOR_LATER(
      PENDING, OrderCommand.Accept.class, CONFIRMED, Only.SCHEDULED, "confirmed.scheduled"),
  ACCEPTED_BY_RULE(
      PENDING,
      OrderCommand.AcceptByRule.class,
      CONFIRMED,
      Only.AT_ONCE,
      "confirmed",
      Extra.flag(OrderFlag.AUTO_ACCEPTED)),
  ACCEPTED_BY_RULE_FOR_LATER(
      PENDING,
      OrderCommand.AcceptByRule.class,
      CONFIRMED,
      Only.SCHEDULED,
      "confirmed.scheduled",
      Extra.flag(OrderFlag.AUTO_ACCEPTED)),
  SEEN(
      PENDING,
      OrderCommand.Acknowledge.class,
      PENDING,
      Only.ALL,
      null,
      Extra.flag(OrderFlag.ACKNOWLEDGED).unless(Guard.ONCE)),
  REJECTED_BY_BRANCH(PENDING, OrderCommand.Reject.class, REJECTED, Only.ALL, "rejected"),
  RESCUE_ASKED(
      PENDING,
      OrderCommand.OfferRescue.class,
      PENDING,
      Only.ALL,
      null,
      Extra.flag(OrderFlag.RESCUE_OFFERED).unless(Guard.ONCE)),
  MADE_ELSEWHERE(
      PENDING,
      OrderCommand.MakeElsewhere.class,
      PENDING,
      Only.ALL,
      null,
      Extra.flag(OrderFlag.MOVED).unless(Guard.OFFERED)),
  CALL_WANTED(
      PENDING,
      OrderCommand.CallBack.class,
      PENDING,
      Only.ALL,
      null,
      Extra.flag(OrderFlag.CALL_BACK).unless(Guard.ONCE)),
  UNANSWERED(PENDING, OrderCommand.Expire.class, EXPIRED, Only.ALL, "expired"),
  WITHDRAWN(PENDING, OrderCommand.AskToCancel.class, CANCELLED, Only.ALL, null),

  WITHDRAWN_ACCEPTED(
      CONFIRMED, OrderCommand.Withdraw.class, CANCELLED, Only.ALL, null, Extra.CALLED_OFF),
  ALTERED_NEW(
      PENDING, OrderCommand.Alter.class, PENDING, Only.ALL, null, Extra.flag(OrderFlag.ALTERED)),
  ALTERED(
      CONFIRMED,
      OrderCommand.Alter.class,
      CONFIRMED,
      Only.ALL,
      null,
      Extra.flag(OrderFlag.ALTERED)),

  REVISED_NEW(
      PENDING,
      OrderCommand.Revise.class,
      PENDING,
      Only.ALL,
      "altered",
      Extra.flag(OrderFlag.ALTERED)),
  REVISED(
      CONFIRMED,
      OrderCommand.Revise.class,
      CONFIRMED,
      Only.ALL,
      "altered",
      Extra.flag(OrderFlag.ALTERED)),

  RESCHEDULED_NEW(
      PENDING,
      OrderCommand.Reschedule.class,
      PENDING,
      Only.ALL,
      "rescheduled",
      Extra.NONE.unless(Guard.IN_TIME)),
  RESCHEDULED(
      CONFIRMED,
      OrderCommand.Reschedule.class,
      CONFIRMED,
      Only.ALL,
      "rescheduled",
      Extra.NONE.unless(Guard.IN_TIME)),
  TO_ANOTHER_BRANCH_NEW(
      PENDING,
      OrderCommand.MoveTo.class,
      PENDING,
      Only.ALL,
      "moved_new",
      Extra.flag(OrderFlag.MOVED)),
  TO_ANOTHER_BRANCH(
      CONFIRMED,
      OrderCommand.MoveTo.class,
      CONFIRMED,
      Only.ALL,
      "moved",
      Extra.flag(OrderFlag.MOVED)),
  // What the first branch has made is waste; the other one begins at once.
  TO_ANOTHER_BRANCH_BEGUN(
      PREPARING,
      OrderCommand.MoveTo.class,
      PREPARING,
      Only.ALL,
      "moved",
      Extra.flag(OrderFlag.MOVED)),
  STARTED(CONFIRMED, OrderCommand.StartPreparing.class, PREPARING, Only.AT_ONCE, "preparing"),
  FIRED(CONFIRMED, OrderCommand.Fire.class, PREPARING, Only.SCHEDULED, "preparing"),
  DELAYED_BEFORE_KITCHEN(CONFIRMED, OrderCommand.Delay.class, CONFIRMED, Only.ALL, "delayed"),
  DELAYED_IN_KITCHEN(PREPARING, OrderCommand.Delay.class, PREPARING, Only.ALL, "delayed"),
  READY_TO_COLLECT(PREPARING, OrderCommand.MarkReady.class, READY, Only.PICKUP, "ready.pickup"),
  READY_TO_BRING(PREPARING, OrderCommand.MarkReady.class, READY, Only.DELIVERY, "ready.delivery"),
  // Whoever is told to be ready is told that it is not: both sorts are, above.
  NOT_READY(
      READY,
      OrderCommand.UndoReady.class,
      PREPARING,
      Only.ALL,
      "ready_undone",
      Extra.NONE.unless(Guard.TEN_MINUTES)),
  COLLECTED(READY, OrderCommand.HandOver.class, DELIVERED, Only.PICKUP, "delivered"),
  COLLECTED_UNSEEN(
      READY,
      OrderCommand.Complete.class,
      DELIVERED,
      Only.PICKUP,
      null,
      Extra.flag(OrderFlag.AUTO_COMPLETED)),
  DISPATCHED(
      READY,
      OrderCommand.Dispatch.class,
      OUT_FOR_DELIVERY,
      Only.DELIVERY,
      "out_for_delivery",
      Extra.delivery(DeliveryState.PICKED_UP)),
  BROUGHT(
      OUT_FOR_DELIVERY,
      OrderCommand.HandOver.class,
      DELIVERED,
      Only.ALL,
      "delivered",
      Extra.delivery(DeliveryState.DELIVERED)),
  NOT_BROUGHT(
      OUT_FOR_DELIVERY,
      OrderCommand.FailDelivery.class,
      DELIVERY_FAILED,
      Only.ALL,
      "delivery_failed",
      Extra.delivery(DeliveryState.FAILED)),
  BROUGHT_LATER(
      DELIVERY_FAILED,
      OrderCommand.HandOver.class,
      DELIVERED,
      Only.ALL,
      "delivered",
      Extra.delivery(DeliveryState.DELIVERED)),
  GIVEN_UP(
      DELIVERY_FAILED,
      OrderCommand.Cancel.class,
      CANCELLED,
      Only.ALL,
      "cancelled",
      Extra.delivery(DeliveryState.RETURNED)),

  CANCELLED_BEFORE_KITCHEN(
      CONFIRMED, OrderCommand.Cancel.class, CANCELLED, Only.ALL, "cancelled", Extra.CALLED_OFF),
  CANCELLED_IN_KITCHEN(
      PREPARING, OrderCommand.Cancel.class, CANCELLED, Only.ALL, "cancelled", Extra.CALLED_OFF),
  CANCELLED_AFTER_KITCHEN(
      READY, OrderCommand.Cancel.class, CANCELLED, Only.ALL, "cancelled", Extra.CALLED_OFF),
  ASKED_BEFORE_KITCHEN(CONFIRMED, OrderCommand.AskToCancel.class, CANCEL_REQUESTED, Only.ALL, null),
  ASKED_IN_KITCHEN(PREPARING, OrderCommand.AskToCancel.class, CANCEL_REQUESTED, Only.ALL, null),
  ASKED_AFTER_KITCHEN(READY, OrderCommand.AskToCancel.class, CANCEL_REQUESTED, Only.ALL, null),
  DECISION_LATE(
      CANCEL_REQUESTED,
      OrderCommand.MarkCancelLate.class,
      CANCEL_REQUESTED,
      Only.ALL,
      null,
      Extra.flag(OrderFlag.CANCEL_LATE).unless(Guard.ONCE)),
  CANCEL_GRANTED(
      CANCEL_REQUESTED,
      OrderCommand.Cancel.class,
      CANCELLED,
      Only.ALL,
      "cancelled",
      Extra.CALLED_OFF),
  BACK_BEFORE_KITCHEN(
      CANCEL_REQUESTED,
      OrderCommand.RefuseCancel.class,
      CONFIRMED,
      Only.FROM_CONFIRMED,
      "cancel_refused"),
  BACK_IN_KITCHEN(
      CANCEL_REQUESTED,
      OrderCommand.RefuseCancel.class,
      PREPARING,
      Only.FROM_PREPARING,
      "cancel_refused"),
  BACK_AFTER_KITCHEN(
      CANCEL_REQUESTED, OrderCommand.RefuseCancel.class, READY, Only.FROM_READY, "cancel_refused"),
  RESTORED(
      CANCELLED,
      OrderCommand.Restore.class,
      CONFIRMED,
      Only.ALL,
      "restored",
      new Extra(DeliveryState.NONE, OrderFlag.RESTORED, Guard.LATELY_CANCELLED));

  private final OrderStatus from;
  private final Class<? extends OrderCommand.Step> asked;
  private final OrderStatus to;
  private final Only only;
  private final @Nullable String told;

  @SuppressWarnings("ImmutableEnumChecker") // a record of values
  private final Extra extra;

  Transition(
      OrderStatus from,
      Class<? extends OrderCommand.Step> asked,
      OrderStatus to,
      Only only,
      @Nullable String told) {
    this(from, asked, to, only, told, Extra.NONE);
  }

  Transition(
      OrderStatus from,
      Class<? extends OrderCommand.Step> asked,
      OrderStatus to,
      Only only,
      @Nullable String told,
      Extra extra) {
    this.from = from;
    this.asked = asked;
    this.to = to;
    this.only = only;
    this.told = told;
    this.extra = extra;
  }

  /// For which orders a move is meant.
  enum Only {
    ALL,
    PICKUP,
    DELIVERY,
    /// For those wanted as soon as possible.
    AT_ONCE,
    /// For those wanted at a time.
    SCHEDULED,
    /// For those whose cancellation was asked for at that place.
    FROM_CONFIRMED,
    FROM_PREPARING,
    FROM_READY
  }

  /// What else must hold.
  enum Guard {
    NOTHING,
    /// It was not done before.
    ONCE,
    /// The customer was asked.
    OFFERED,
    /// The new time lies ahead.
    IN_TIME,
    /// The step it takes back is not older.
    TEN_MINUTES,
    /// It was accepted before, and cancelled not longer ago than a quarter of an hour.
    LATELY_CANCELLED
  }

  /// Whether people must look after the customer then.
  boolean isForPeople() {
    return this == UNANSWERED;
  }

  /// What comes with a move.
  ///
  /// @param delivery where the bringing stands then; null leaves it
  /// @param flag that is set then
  record Extra(@Nullable DeliveryState delivery, @Nullable OrderFlag flag, Guard guard) {

    static final Extra NONE = new Extra(null, null, Guard.NOTHING);

    /// A driver who was on his way is let go.
    static final Extra CALLED_OFF = delivery(DeliveryState.NONE);

    static Extra delivery(DeliveryState state) {
      return new Extra(state, null, Guard.NOTHING);
    }

    static Extra flag(OrderFlag flag) {
      return new Extra(null, flag, Guard.NOTHING);
    }

    Extra unless(Guard unmet) {
      return new Extra(delivery, flag, unmet);
    }
  }

  /// The move a command makes of an order, if the table knows one.
  static Optional<Transition> of(Order order, OrderCommand.Step command) {
    return possible(order).filter(move -> move.asked.isInstance(command)).findFirst();
  }

  /// Every move of the table that an order could make.
  static Stream<Transition> possible(Order order) {
    return Arrays.stream(values())
        .filter(move -> move.from == order.status() && order.isMeant(move.only));
  }

  OrderStatus source() {
    return from;
  }

  OrderStatus target() {
    return to;
  }

  Class<? extends OrderCommand.Step> asked() {
    return asked;
  }

  /// The sentence the customer is told; null if the conversation answers him.
  @Nullable String told() {
    return told;
  }

  Extra extra() {
    return extra;
  }
}
