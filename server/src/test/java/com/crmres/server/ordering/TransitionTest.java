package com.crmres.server.ordering;

import static com.crmres.common.ordering.OrderStatus.CANCELLED;
import static com.crmres.common.ordering.OrderStatus.CANCEL_REQUESTED;
import static com.crmres.common.ordering.OrderStatus.CONFIRMED;
import static com.crmres.common.ordering.OrderStatus.DELIVERY_FAILED;
import static com.crmres.common.ordering.OrderStatus.EXPIRED;
import static com.crmres.common.ordering.OrderStatus.OUT_FOR_DELIVERY;
import static com.crmres.common.ordering.OrderStatus.PENDING;
import static com.crmres.common.ordering.OrderStatus.PREPARING;
import static com.crmres.common.ordering.OrderStatus.READY;
import static com.crmres.common.ordering.OrderStatus.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.DeliveryState;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.server.database.Database;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.ordering.cart.Noor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TransitionTest {

  static final Instant NOON = Instant.parse("2026-11-24T09:00:00Z");

  static final List<OrderCommand.Step> STEPS =
      List.of(
          new OrderCommand.Accept(null),
          new OrderCommand.AcceptByRule(),
          new OrderCommand.Acknowledge(),
          new OrderCommand.Reject("مشغولين"),
          new OrderCommand.OfferRescue(),
          new OrderCommand.MakeElsewhere(Noor.MALAZ.id(), new Money(4_800)),
          new OrderCommand.CallBack(),
          new OrderCommand.Expire(),
          new OrderCommand.Reschedule(Instant.parse("2026-11-25T12:00:00Z")),
          new OrderCommand.Fire(),
          new OrderCommand.StartPreparing(),
          new OrderCommand.Delay(10),
          new OrderCommand.MarkReady(),
          new OrderCommand.UndoReady(Why.said("ناقص")),
          new OrderCommand.Dispatch("فهد"),
          new OrderCommand.HandOver(),
          new OrderCommand.Complete(),
          new OrderCommand.FailDelivery(Why.of(OrderReason.NO_SHOW)),
          new OrderCommand.Cancel("خلص"),
          new OrderCommand.RefuseCancel(),
          new OrderCommand.AskToCancel(),
          new OrderCommand.MarkCancelLate(),
          new OrderCommand.Restore(Why.NONE),
          new OrderCommand.Withdraw(),
          new OrderCommand.Alter(null),
          new OrderCommand.MoveTo(Noor.MALAZ.id(), Why.NONE),
          new OrderCommand.Revise(List.of(), Why.NONE));

  /// Every status in rows, every command in columns in the order above; a cancellation was asked
  /// for while PREPARING. A dash is refused, `=` stays where it is.
  private static final Map<OrderStatus, List<String>> PICKUP =
      Map.of(
          PENDING,
              row(
                  "confirmed confirmed = rejected = = = expired = - - - - - - - - - - - cancelled -"
                      + " - - = = ="),
          CONFIRMED,
              row(
                  "- - - - - - - - = - preparing = - - - - - - cancelled - cancel_requested - -"
                      + " cancelled = = ="),
          PREPARING,
              row(
                  "- - - - - - - - - - - = ready - - - - - cancelled - cancel_requested - - - - = -"),
          READY,
              row(
                  "- - - - - - - - - - - - - preparing - delivered delivered - cancelled -"
                      + " cancel_requested - - - - - -"),
          CANCEL_REQUESTED,
              row("- - - - - - - - - - - - - - - - - - cancelled preparing - = - - - - -"),
          OUT_FOR_DELIVERY,
              row("- - - - - - - - - - - - - - - delivered - delivery_failed - - - - - - - - -"),
          DELIVERY_FAILED,
              row("- - - - - - - - - - - - - - - delivered - - cancelled - - - - - - - -"),
          CANCELLED, row("- - - - - - - - - - - - - - - - - - - - - - confirmed - - - -"));

  private static final List<String> READY_TO_BRING =
      row(
          "- - - - - - - - - - - - - preparing out_for_delivery - - - cancelled - cancel_requested"
              + " - - - - - -");
  private static final List<String> CONFIRMED_FOR_LATER =
      row(
          "- - - - - - - - = preparing - = - - - - - - cancelled - cancel_requested - - cancelled"
              + " = = =");

  @Test
  void everyCommandInEveryStatusDoesWhatTheTableSays() {
    for (Fulfilment fulfilment : Fulfilment.values()) {
      for (boolean scheduled : List.of(false, true)) {
        for (OrderStatus status : OrderStatus.values()) {
          Order order = order(status, fulfilment, scheduled);
          List<String> reached = STEPS.stream().map(command -> reached(order, command)).toList();
          assertThat(reached)
              .as("%s %s scheduled %s", status, fulfilment, scheduled)
              .isEqualTo(expected(status, fulfilment, scheduled));
        }
      }
    }
  }

  private static String reached(Order order, OrderCommand.Step command) {
    return Transition.of(order, command)
        .map(move -> move.target() == move.source() ? "=" : move.target().wireName())
        .orElse("-");
  }

  @Test
  void everyCommandIsTried() {
    Set<Class<?>> tried = STEPS.stream().map(Object::getClass).collect(Collectors.toSet());

    assertThat(tried).containsExactlyInAnyOrder(OrderCommand.Step.class.getPermittedSubclasses());
  }

  @Test
  void aRefusedCancellationGoesBackWhereItCameFrom() {
    for (OrderStatus before : List.of(CONFIRMED, PREPARING, READY)) {
      Order order = order(CANCEL_REQUESTED, Fulfilment.PICKUP, false);
      Order asked = order.moved(CANCEL_REQUESTED, before, Why.NONE);
      assertThat(Transition.of(asked, new OrderCommand.RefuseCancel()))
          .map(Transition::target)
          .contains(before);
    }
  }

  @Test
  void staffSeeWhatTheyMayDo() {
    assertThat(Machine.allowed(order(PENDING, Fulfilment.PICKUP, false)))
        .containsExactly(
            OrderAction.ACKNOWLEDGE,
            OrderAction.ACCEPT,
            OrderAction.REJECT,
            OrderAction.RESCHEDULE,
            OrderAction.ALTER,
            OrderAction.MOVE);
    assertThat(Machine.allowed(order(READY, Fulfilment.DELIVERY, false)))
        .containsExactly(
            OrderAction.UNDO_READY,
            OrderAction.ASSIGN_DRIVER,
            OrderAction.DISPATCH,
            OrderAction.CANCEL,
            OrderAction.COLLECT_CASH);
    assertThat(Machine.allowed(order(CANCEL_REQUESTED, Fulfilment.PICKUP, false)))
        .containsExactly(OrderAction.CANCEL, OrderAction.REFUSE_CANCEL, OrderAction.COLLECT_CASH);
    for (OrderStatus over : List.of(REJECTED, EXPIRED)) {
      assertThat(Machine.allowed(order(over, Fulfilment.PICKUP, false))).isEmpty();
    }
    assertThat(Machine.allowed(order(CANCELLED, Fulfilment.PICKUP, false)))
        .containsExactly(OrderAction.RESTORE);
  }

  @Test
  void whoeverIsToldThatItIsReadyIsToldThatItIsNot() {
    for (Fulfilment fulfilment : Fulfilment.values()) {
      Order preparing = order(PREPARING, fulfilment, false);
      Order ready = order(READY, fulfilment, false);
      boolean told = told(preparing, new OrderCommand.MarkReady());

      assertThat(told(ready, new OrderCommand.UndoReady(Why.NONE))).isEqualTo(told);
    }
  }

  private static boolean told(Order order, OrderCommand.Step command) {
    return Transition.of(order, command).orElseThrow().told() != null;
  }

  /// An order that was accepted at noon, with nothing paid.
  static Order order(OrderStatus status, Fulfilment fulfilment, boolean scheduled) {
    Instant wanted = scheduled ? NOON.plus(Duration.ofHours(4)) : null;
    return new Order(
        Noor.id("an order"),
        "A-1",
        Noor.id("a conversation"),
        Noor.OLAYA.id(),
        status,
        status == CANCEL_REQUESTED ? PREPARING : null,
        fulfilment,
        Why.NONE,
        new Order.Times(NOON, wanted, NOON, null),
        Payment.of(new Money(4_800)),
        new Order.Delivery(DeliveryState.NONE, null),
        List.of(),
        7);
  }

  @Test
  void theDatabaseKnowsTheSameMoves() {
    Database database = TestDatabase.fresh().database();

    List<String> table =
        database.inSystem(tx ->
            tx.sql("select from_status || ' ' || to_status as move from order_transition")
                .list(row -> row.text("move")));

    assertThat(table)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Transition.values())
                .filter(move -> move.source() != move.target())
                .map(move -> move.source().wireName() + " " + move.target().wireName())
                .collect(Collectors.toSet()));
  }

  @Test
  void theDatabaseKnowsTheSameMovesOfTheOtherAxes() {
    Database database = TestDatabase.fresh().database();

    List<String> table =
        database.inSystem(tx ->
            tx.sql(
                    """
                    select axis || ' ' || from_state || ' ' || to_state as move from order_axis_transition
                    """)
                .list(row -> row.text("move")));

    Stream<String> payments =
        Stream.concat(
            Stream.of(PaymentTransition.values())
                .map(
                    move -> "payment " + move.source().wireName() + " " + move.target().wireName()),
            PaymentTransition.COUNTED.entrySet().stream()
                .flatMap(row ->
                    row.getValue().stream()
                        .map(to -> "payment " + row.getKey().wireName() + " " + to.wireName())));
    Stream<String> deliveries =
        Stream.of(DeliveryTransition.values())
            .map(move -> "delivery " + move.source().wireName() + " " + move.target().wireName());
    assertThat(table)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(payments, deliveries).collect(Collectors.toSet()));
  }

  private static List<String> expected(
      OrderStatus status, Fulfilment fulfilment, boolean scheduled) {
    if (status == READY && fulfilment == Fulfilment.DELIVERY) {
      return READY_TO_BRING;
    }
    if (status == CONFIRMED && scheduled) {
      return CONFIRMED_FOR_LATER;
    }
    return PICKUP.getOrDefault(status, STEPS.stream().map(_ -> "-").toList());
  }

  private static List<String> row(String text) {
    return List.of(text.split(" "));
  }
}
