package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.SlotCapacity;
import com.crmres.common.restaurant.ZoneCollection;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.ordering.promise.Slots;
import com.crmres.server.restaurant.place.Zones;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Staff have another branch make an order.
class BranchMoveTest {

  private static final OrderCommand TO_MALAZ =
      new OrderCommand.MoveTo(Noor.MALAZ.id(), Why.of(OrderReason.KITCHEN_TOO_BUSY));

  private final World world = new World();
  private final Slots slots = new Slots();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void anAcceptedOrderGoesToAnotherBranchWithANumberOfThatBranchAndTheCustomerHearsIt() {
    OrderSummary order = accepted();

    OrderSummary moved = moved(world.apply(order.id(), TO_MALAZ));

    assertThat(moved.branchId()).isEqualTo(Noor.MALAZ.id());
    assertThat(moved.number()).isEqualTo("B-1");
    assertThat(moved.status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(moved.standing().flags()).contains(OrderFlag.MOVED);
    assertThat(moved.version()).isEqualTo(order.version() + 1);
    assertThat(moved.total()).isEqualTo(order.total());
    assertThat(moved.promisedAt()).isAfterOrEqualTo(order.promisedAt());
    assertThat(world.told(order.conversationId()).getLast()).contains("الملز").contains("B-1");
    assertThat(world.count("order_deadline")).isZero();
    var event = world.in(tx -> world.orders.events(tx, Noor.ID, order.id())).getLast();
    assertThat(event.reasonCode()).isEqualTo(OrderReason.KITCHEN_TOO_BUSY);
    assertThat(event.move()).isEqualTo("to_another_branch");
  }

  @Test
  void aNewOrderHasAllTheTimeOfANewOneThere() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.clock.forward(Duration.ofMinutes(8));

    OrderSummary moved = moved(world.apply(order.id(), TO_MALAZ));

    assertThat(moved.status()).isEqualTo(OrderStatus.PENDING);
    OverdueOrders overdue = new OverdueOrders(world.database, world.orders, world.clock);
    world.clock.forward(Duration.ofMinutes(9));
    assertThat(overdue.expireOverdue(10)).isZero();
    world.clock.forward(Duration.ofMinutes(1));
    assertThat(overdue.expireOverdue(10)).isEqualTo(1);
  }

  @Test
  void itsPlaceInTheQuarterGoesAlong() {
    OrderSummary order = accepted();
    assertThat(places(Noor.OLAYA.id())).isEqualTo(1);

    moved(world.apply(order.id(), TO_MALAZ));

    assertThat(places(Noor.OLAYA.id())).isZero();
    assertThat(places(Noor.MALAZ.id())).isEqualTo(1);
  }

  @Test
  void aBranchWhoseQuartersAreFullTakesNoneAndEverythingStays() {
    OrderSummary order = accepted();
    world.database.changeRestaurant(
        Noor.ID, tx -> slots.setCapacity(tx, Noor.ID, Noor.MALAZ.id(), new SlotCapacity(0, null)));

    assertThat(world.apply(order.id(), TO_MALAZ))
        .isEqualTo(new OrderResult.NotAllowed(OrderStatus.CONFIRMED, Refusal.NO_ROOM));

    assertThat(world.order(order.id())).isEqualTo(order);
    assertThat(places(Noor.OLAYA.id())).isEqualTo(1);
    assertThat(places(Noor.MALAZ.id())).isZero();
  }

  @Test
  void nobodyPaysMoreBecauseStaffMovedIt() {
    OrderSummary order = accepted();
    world.database.changeRestaurant(
        Noor.ID,
        tx ->
            world.menus.setPrice(tx, Noor.ID, Noor.MALAZ.id(), Noor.BURGER.id(), new Money(2_500)));

    assertThat(world.apply(order.id(), TO_MALAZ))
        .isEqualTo(new OrderResult.NotAllowed(OrderStatus.CONFIRMED, Refusal.NOT_THERE));
    assertThat(
            world.apply(order.id(), new OrderCommand.MoveTo(new UUID(7, 7), Why.said("missing"))))
        .isEqualTo(new OrderResult.NotAllowed(OrderStatus.CONFIRMED, Refusal.NOT_THERE));
  }

  @Test
  void whatTheKitchenHasBegunIsMadeAnewThere() {
    OrderSummary order = accepted();
    world.apply(order.id(), new OrderCommand.StartPreparing());
    world.clock.forward(Duration.ofMinutes(15));

    OrderSummary moved = moved(world.apply(order.id(), TO_MALAZ));

    assertThat(moved.status()).isEqualTo(OrderStatus.PREPARING);
    assertThat(moved.branchId()).isEqualTo(Noor.MALAZ.id());
    assertThat(moved.number()).isEqualTo("B-1");
    assertThat(moved.promisedAt()).isAfter(world.clock.instant());
    assertThat(world.told(order.conversationId()).getLast()).contains("الملز").contains("B-1");
    assertThat(places(Noor.OLAYA.id())).isZero();
    assertThat(places(Noor.MALAZ.id())).isEqualTo(1);
  }

  @Test
  void whatIsReadyStays() {
    OrderSummary order = accepted();
    world.apply(order.id(), new OrderCommand.StartPreparing());
    world.apply(order.id(), new OrderCommand.MarkReady());

    assertThat(world.apply(order.id(), TO_MALAZ))
        .isEqualTo(new OrderResult.NotAllowed(OrderStatus.READY, Refusal.WRONG_STATE));
  }

  /// The fee of the old branch was carried along once, and the zone of the new one not asked.
  @Test
  void aDeliveryCostsWhatTheOtherBranchAsksForBringingIt() {
    malazDelivers();
    zone(Noor.OLAYA.id(), 1_500);
    zone(Noor.MALAZ.id(), 1_000);
    OrderSummary order = world.placed(Fulfilment.DELIVERY);
    assertThat(order.deliveryFee()).isEqualTo(new Money(1_500));

    OrderSummary moved = moved(world.apply(order.id(), TO_MALAZ));

    assertThat(moved.deliveryFee()).isEqualTo(new Money(1_000));
    assertThat(moved.total()).isEqualTo(new Money(order.total().halalas() - 500));
    assertThat(moved.vat()).isEqualTo(moved.total().vatInside());
  }

  @Test
  void whoeverBringsItForMoreOrNotAtAllTakesNone() {
    malazDelivers();
    zone(Noor.OLAYA.id(), 1_000);
    zone(Noor.MALAZ.id(), 1_500);
    OrderSummary order = world.placed(Fulfilment.DELIVERY);

    assertThat(world.apply(order.id(), TO_MALAZ))
        .isEqualTo(new OrderResult.NotAllowed(OrderStatus.PENDING, Refusal.NOT_THERE));
  }

  private void malazDelivers() {
    world.database.changeRestaurant(
        Noor.ID,
        tx ->
            tx.sql("update branch set delivers = true where id = :id")
                .with("id", Noor.MALAZ.id())
                .update());
  }

  /// All of Riyadh around the customer, for a fee.
  private void zone(UUID branch, long fee) {
    List<List<Double>> ring =
        List.of(
            List.of(46.5, 24.5),
            List.of(46.9, 24.5),
            List.of(46.9, 24.9),
            List.of(46.5, 24.9),
            List.of(46.5, 24.5));
    ZoneCollection.Terms terms =
        new ZoneCollection.Terms(
            new LocalizedText("الرياض", "Riyadh"), new Money(fee), Money.ZERO, List.of(), null);
    ZoneCollection zone =
        new ZoneCollection(
            "FeatureCollection",
            List.of(
                new ZoneCollection.Feature(
                    "Feature", null, new ZoneCollection.Polygon("Polygon", List.of(ring)), terms)));
    world.database.changeRestaurant(
        Noor.ID, tx -> new Zones(world.ids).replace(tx, Noor.ID, branch, zone));
  }

  private OrderSummary accepted() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    return moved(world.apply(order.id(), new OrderCommand.Accept(20)));
  }

  private static OrderSummary moved(OrderResult result) {
    assertThat(result).isInstanceOf(OrderResult.Moved.class);
    return ((OrderResult.Moved) result).order();
  }

  private int places(UUID branch) {
    return world.in(tx ->
        tx.sql(
                "select cast(coalesce(sum(orders), 0) as integer) as n from slot where branch_id = :branch")
            .with("branch", branch)
            .one(row -> row.integer("n")));
  }
}
