package com.crmres.server.pos;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.task.TaskDetails;
import com.crmres.common.task.TaskKind;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.AlterResult;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.ordering.Unalterable;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An order that a till has is changed, and the till is told.
class ChangedAtTheTillTest {

  private final TillHouse house = new TillHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void theTillHearsWhatTheOrderHoldsNowUnderANewKey() {
    OrderSummary order = house.placed();
    house.settle();

    assertThat(alter(order, 3)).isInstanceOf(PlaceResult.Altered.class);
    house.settle();

    assertThat(house.till.pushed).hasSize(1);
    assertThat(house.till.changed)
        .singleElement()
        .satisfies(told -> {
          assertThat(told.lines().getFirst().quantity()).isEqualTo(3);
          assertThat(told.total()).isEqualTo(house.order(order.id()).total());
          assertThat(told.key()).isNotEqualTo(house.till.pushed.getFirst().key());
        });
    assertThat(tasks()).isEmpty();
  }

  @Test
  void whatIsChangedBeforeTheTillHasItIsHandedOverAsItIs() {
    OrderSummary order = house.placed();

    alter(order, 3);
    house.settle();

    assertThat(house.till.pushed)
        .singleElement()
        .satisfies(told -> assertThat(told.lines().getFirst().quantity()).isEqualTo(3));
    assertThat(house.till.orders)
        .hasEntrySatisfying(
            order.id(),
            kept -> assertThat(kept.total()).isEqualTo(house.order(order.id()).total()));
  }

  @Test
  void whatTheTillDoesNotTakeIsATaskForPeople() {
    OrderSummary order = house.placed();
    house.settle();
    house.till.refusesChanges = new PosAnswer.Refused<>("422", false, null);

    assertThat(alter(order, 1)).isInstanceOf(PlaceResult.Altered.class);
    house.settle();

    assertThat(tasks()).extracting(TaskDetails::kind).containsExactly(TaskKind.POS_CHANGE);

    house.till.refusesChanges = null;
    alter(house.order(order.id()), 4);
    house.settle();

    assertThat(tasks()).isEmpty();
  }

  @Test
  void whatTheTillHasBegunItsCustomerDoesNotChange() {
    OrderSummary order = house.placed();
    house.settle();
    house.in(tx -> tx.sql("update pos_order set stage = 'preparing'").update());

    assertThat(open(order))
        .isInstanceOfSatisfying(
            AlterResult.Refused.class, no -> assertThat(no.why()).isEqualTo(Unalterable.AT_TILL));
  }

  private AlterResult open(OrderSummary order) {
    return house.in(tx -> house.orders.alter(tx, house.house.restaurantId, order.conversationId()));
  }

  private PlaceResult alter(OrderSummary order, int quantity) {
    UUID restaurant = house.house.restaurantId;
    UUID conversation = order.conversationId();
    assertThat(open(order)).isInstanceOf(AlterResult.Opened.class);
    return house.in(tx -> {
      UUID line = house.carts.current(tx, restaurant, conversation).lines().getFirst().id();
      house.carts.apply(
          tx, restaurant, conversation, new CartCommand.ChangeQuantity(line, quantity));
      Cart cart = house.carts.current(tx, restaurant, conversation);
      house.carts.markReadBack(tx, restaurant, cart);
      return house.orders.place(
          tx, restaurant, conversation, cart.id(), cart.version(), Actor.customer());
    });
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
