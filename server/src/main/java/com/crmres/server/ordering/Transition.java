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

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every move an order may make: from where, asked how, to where, and what the customer is told.
///
/// The whole machine stands here; the table `order_transition` repeats it for the database. The
/// last column names the sentence in the bundle `told`; a move that the customer asked for in the
/// conversation has none, since the conversation answers him.
enum Transition {
  ACCEPTED(PENDING, OrderCommand.Accept.class, CONFIRMED, null, "confirmed"),
  REJECTED_BY_BRANCH(PENDING, OrderCommand.Reject.class, REJECTED, null, "rejected"),
  UNANSWERED(PENDING, OrderCommand.Expire.class, EXPIRED, null, "expired"),
  WITHDRAWN(PENDING, OrderCommand.AskToCancel.class, CANCELLED, null, null),

  STARTED(CONFIRMED, OrderCommand.StartPreparing.class, PREPARING, null, "preparing"),
  READY_TO_COLLECT(
      PREPARING, OrderCommand.MarkReady.class, READY, Fulfilment.PICKUP, "ready.pickup"),
  READY_TO_BRING(
      PREPARING, OrderCommand.MarkReady.class, READY, Fulfilment.DELIVERY, "ready.delivery"),
  COLLECTED(READY, OrderCommand.HandOver.class, DELIVERED, Fulfilment.PICKUP, "delivered"),
  DISPATCHED(
      READY,
      OrderCommand.Dispatch.class,
      OUT_FOR_DELIVERY,
      Fulfilment.DELIVERY,
      "out_for_delivery"),
  BROUGHT(OUT_FOR_DELIVERY, OrderCommand.HandOver.class, DELIVERED, null, "delivered"),
  NOT_BROUGHT(
      OUT_FOR_DELIVERY, OrderCommand.FailDelivery.class, DELIVERY_FAILED, null, "delivery_failed"),
  BROUGHT_LATER(DELIVERY_FAILED, OrderCommand.HandOver.class, DELIVERED, null, "delivered"),
  GIVEN_UP(DELIVERY_FAILED, OrderCommand.Cancel.class, CANCELLED, null, "cancelled"),

  CANCELLED_BEFORE_KITCHEN(CONFIRMED, OrderCommand.Cancel.class, CANCELLED, null, "cancelled"),
  CANCELLED_IN_KITCHEN(PREPARING, OrderCommand.Cancel.class, CANCELLED, null, "cancelled"),
  CANCELLED_AFTER_KITCHEN(READY, OrderCommand.Cancel.class, CANCELLED, null, "cancelled"),
  ASKED_BEFORE_KITCHEN(CONFIRMED, OrderCommand.AskToCancel.class, CANCEL_REQUESTED, null, null),
  ASKED_IN_KITCHEN(PREPARING, OrderCommand.AskToCancel.class, CANCEL_REQUESTED, null, null),
  ASKED_AFTER_KITCHEN(READY, OrderCommand.AskToCancel.class, CANCEL_REQUESTED, null, null),
  CANCEL_GRANTED(CANCEL_REQUESTED, OrderCommand.Cancel.class, CANCELLED, null, "cancelled"),
  BACK_BEFORE_KITCHEN(
      CANCEL_REQUESTED, OrderCommand.RefuseCancel.class, CONFIRMED, null, "cancel_refused"),
  BACK_IN_KITCHEN(
      CANCEL_REQUESTED, OrderCommand.RefuseCancel.class, PREPARING, null, "cancel_refused"),
  BACK_AFTER_KITCHEN(
      CANCEL_REQUESTED, OrderCommand.RefuseCancel.class, READY, null, "cancel_refused");

  /// How staff ask for a command; the others are not theirs.
  private static final Map<Class<? extends OrderCommand>, OrderAction> ACTIONS =
      Map.of(
          OrderCommand.Accept.class, OrderAction.ACCEPT,
          OrderCommand.Reject.class, OrderAction.REJECT,
          OrderCommand.StartPreparing.class, OrderAction.START_PREPARING,
          OrderCommand.MarkReady.class, OrderAction.MARK_READY,
          OrderCommand.Dispatch.class, OrderAction.DISPATCH,
          OrderCommand.HandOver.class, OrderAction.HAND_OVER,
          OrderCommand.FailDelivery.class, OrderAction.FAIL_DELIVERY,
          OrderCommand.Cancel.class, OrderAction.CANCEL,
          OrderCommand.RefuseCancel.class, OrderAction.REFUSE_CANCEL);

  private final OrderStatus from;
  private final Class<? extends OrderCommand> asked;
  private final OrderStatus to;
  private final @Nullable Fulfilment only;
  private final @Nullable String told;

  Transition(
      OrderStatus from,
      Class<? extends OrderCommand> asked,
      OrderStatus to,
      @Nullable Fulfilment only,
      @Nullable String told) {
    this.from = from;
    this.asked = asked;
    this.to = to;
    this.only = only;
    this.told = told;
  }

  /// The move a command makes, if it is allowed.
  ///
  /// @param before where a refused cancellation goes back to
  static Optional<Transition> of(
      OrderStatus from, Fulfilment fulfilment, @Nullable OrderStatus before, OrderCommand command) {
    return from(from, fulfilment, before)
        .filter(transition -> transition.asked.isInstance(command))
        .findFirst();
  }

  /// What staff may ask for now.
  static List<OrderAction> allowed(
      OrderStatus from, Fulfilment fulfilment, @Nullable OrderStatus before) {
    Set<OrderAction> actions = EnumSet.noneOf(OrderAction.class);
    from(from, fulfilment, before)
        .map(transition -> ACTIONS.get(transition.asked))
        .forEach(action -> {
          if (action != null) {
            actions.add(action);
          }
        });
    return List.copyOf(actions);
  }

  OrderStatus source() {
    return from;
  }

  OrderStatus target() {
    return to;
  }

  /// The sentence the customer is told; null if the conversation answers him.
  @Nullable String told() {
    return told;
  }

  private static Stream<Transition> from(
      OrderStatus from, Fulfilment fulfilment, @Nullable OrderStatus before) {
    return Arrays.stream(values())
        .filter(transition -> transition.from == from)
        .filter(transition -> transition.only == null || transition.only == fulfilment)
        .filter(transition ->
            transition.asked != OrderCommand.RefuseCancel.class || transition.to == before);
  }
}
