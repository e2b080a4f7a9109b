package com.crmres.server.pos;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.task.TaskDetails;
import com.crmres.common.task.TaskKind;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.Why;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Staff cancel an order that a till may be cooking (peers.md E2).
class CancellingTest {

  private static final OrderCommand CLOSING = new OrderCommand.Cancel(Why.of(OrderReason.CLOSING));

  private final TillHouse house = new TillHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whatTheTillHasAcceptedIsATaskForPeopleUntilTheTillShowsItVoid() {
    house.till.takenAs = Stage.ACCEPTED;
    UUID order = house.placed().id();
    house.settle();
    assertThat(house.status(order)).isEqualTo(OrderStatus.CONFIRMED);

    house.byStaff(order, CLOSING);
    house.settle();

    assertThat(house.status(order)).isEqualTo(OrderStatus.CANCEL_REQUESTED);
    assertThat(tasks()).extracting(TaskDetails::kind).containsExactly(TaskKind.POS_CANCEL);

    house.till.shows(order, Stage.VOIDED);
    look(order);

    assertThat(house.status(order)).isEqualTo(OrderStatus.CANCELLED);
    assertThat(house.order(order).standing().reasonCode()).isEqualTo(OrderReason.CLOSING);
    assertThat(tasks()).isEmpty();
  }

  @Test
  void whatTheTillHasNotAcceptedIsCancelledAtOnceAndDeclinedThere() {
    UUID order = house.placed().id();
    house.settle();
    house.byStaff(order, new OrderCommand.Accept(20));

    house.byStaff(order, CLOSING);

    assertThat(house.status(order)).isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void aTillThatIsSwitchedOffKeepsNobodyFromCancelling() {
    house.till.takenAs = Stage.ACCEPTED;
    UUID order = house.placed().id();
    house.settle();
    house.in(tx -> tx.sql("update pos_setting set enabled = false").update());

    house.byStaff(order, CLOSING);

    assertThat(house.status(order)).isEqualTo(OrderStatus.CANCELLED);
  }

  private void look(UUID order) {
    house.house.database.changeRestaurant(
        house.house.restaurantId,
        tx -> new Steps().ask(tx, house.house.restaurantId, house.olaya, order, StepKind.FETCH));
    house.settle();
  }

  private List<TaskDetails> tasks() {
    Tasks tasks = new Tasks(house.house.events, house.house.clock, house.house.ids);
    return house.in(tx ->
        tasks.list(
            tx,
            house.house.restaurantId,
            new Tasks.Filter(Set.of(house.olaya), Set.of(), true, null, 10)));
  }
}
