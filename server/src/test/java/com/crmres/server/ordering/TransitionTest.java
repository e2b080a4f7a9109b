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
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.server.database.Database;
import com.crmres.server.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TransitionTest {

  static final List<OrderCommand> COMMANDS =
      List.of(
          new OrderCommand.Accept(null),
          new OrderCommand.Reject("مشغولين"),
          new OrderCommand.Expire(),
          new OrderCommand.StartPreparing(),
          new OrderCommand.MarkReady(),
          new OrderCommand.Dispatch(),
          new OrderCommand.HandOver(),
          new OrderCommand.FailDelivery(null),
          new OrderCommand.Cancel("خلص"),
          new OrderCommand.AskToCancel(null),
          new OrderCommand.RefuseCancel());

  /// Every status in rows, every command in columns in the order above; a cancellation was asked
  /// for while PREPARING. What is not named is refused.
  private static final Map<OrderStatus, List<String>> PICKUP =
      Map.of(
          PENDING, row("confirmed rejected expired - - - - - - cancelled -"),
          CONFIRMED, row("- - - preparing - - - - cancelled cancel_requested -"),
          PREPARING, row("- - - - ready - - - cancelled cancel_requested -"),
          READY, row("- - - - - - delivered - cancelled cancel_requested -"),
          CANCEL_REQUESTED, row("- - - - - - - - cancelled - preparing"),
          OUT_FOR_DELIVERY, row("- - - - - - delivered delivery_failed - - -"),
          DELIVERY_FAILED, row("- - - - - - delivered - cancelled - -"));

  private static final Map<OrderStatus, List<String>> DELIVERY =
      Map.of(READY, row("- - - - - out_for_delivery - - cancelled cancel_requested -"));

  @Test
  void everyCommandInEveryStatusDoesWhatTheTableSays() {
    for (Fulfilment fulfilment : Fulfilment.values()) {
      for (OrderStatus status : OrderStatus.values()) {
        List<String> reached =
            COMMANDS.stream()
                .map(command -> Transition.of(status, fulfilment, PREPARING, command))
                .map(move -> move.map(found -> found.target().wireName()).orElse("-"))
                .toList();
        assertThat(reached).as("%s %s", status, fulfilment).isEqualTo(expected(status, fulfilment));
      }
    }
  }

  @Test
  void everyCommandIsTried() {
    Set<Class<?>> tried = COMMANDS.stream().map(Object::getClass).collect(Collectors.toSet());

    assertThat(tried).containsExactlyInAnyOrder(OrderCommand.class.getPermittedSubclasses());
  }

  @Test
  void aRefusedCancellationGoesBackWhereItCameFrom() {
    for (OrderStatus before : List.of(CONFIRMED, PREPARING, READY)) {
      assertThat(
              Transition.of(
                  CANCEL_REQUESTED, Fulfilment.PICKUP, before, new OrderCommand.RefuseCancel()))
          .map(Transition::target)
          .contains(before);
    }
  }

  @Test
  void staffSeeWhatTheyMayDo() {
    assertThat(Transition.allowed(PENDING, Fulfilment.PICKUP, null))
        .containsExactly(OrderAction.ACCEPT, OrderAction.REJECT);
    assertThat(Transition.allowed(READY, Fulfilment.DELIVERY, null))
        .containsExactly(OrderAction.DISPATCH, OrderAction.CANCEL);
    assertThat(Transition.allowed(CANCEL_REQUESTED, Fulfilment.PICKUP, READY))
        .containsExactly(OrderAction.CANCEL, OrderAction.REFUSE_CANCEL);
    for (OrderStatus over : List.of(DELIVERED, REJECTED, EXPIRED, CANCELLED)) {
      assertThat(Transition.allowed(over, Fulfilment.PICKUP, null)).isEmpty();
    }
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
                .map(move -> move.source().wireName() + " " + move.target().wireName())
                .collect(Collectors.toSet()));
  }

  private static List<String> expected(OrderStatus status, Fulfilment fulfilment) {
    List<String> nothing = COMMANDS.stream().map(_ -> "-").toList();
    List<String> usual = PICKUP.getOrDefault(status, nothing);
    return fulfilment == Fulfilment.DELIVERY ? DELIVERY.getOrDefault(status, usual) : usual;
  }

  private static List<String> row(String text) {
    return List.of(text.split(" "));
  }
}
