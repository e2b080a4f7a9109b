package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.AutoAcceptRule;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Json;
import com.crmres.server.http.RunningServer;
import com.crmres.server.identity.NoorStaff;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.ordering.cart.Noor;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AutoAcceptTest {

  private static final AutoAcceptRule RULE = new AutoAcceptRule(true, 2, new Money(6_000), 1);

  private final World world = new World();
  private final AutoAccept rules = new AutoAccept();
  private final UUID conversation = world.conversation();

  @AfterEach
  void closeTheWorld() {
    world.close();
  }

  @Test
  void whomTheBranchKnowsNeedNotWait() {
    received(2);
    set(RULE);

    OrderSummary order = placed();

    assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(order.standing().flags()).containsExactly(OrderFlag.AUTO_ACCEPTED);
    assertThat(world.in(tx -> world.orders.events(tx, Noor.ID, order.id())).getLast().actor())
        .isEqualTo("system");
    assertThat(world.count("order_deadline")).isZero();
    assertThat(world.count("order_timer")).isZero();
  }

  @Test
  void aStrangerWaits() {
    received(1);
    set(RULE);

    assertThat(placed().status()).isEqualTo(OrderStatus.PENDING);
  }

  @Test
  void aLargeOrderWaits() {
    received(2);
    set(new AutoAcceptRule(true, 2, new Money(4_800), 1));

    assertThat(placed().status()).isEqualTo(OrderStatus.PENDING);
  }

  @Test
  void whereTheKitchenIsBusyEverybodyWaits() {
    received(2);
    set(RULE);
    placed();

    assertThat(placed().status()).isEqualTo(OrderStatus.PENDING);
  }

  @Test
  void aBranchThatSaysItIsBusyDecidesItself() {
    received(2);
    set(RULE);
    UUID open = world.conversation();
    var cart = world.readBack(open, Fulfilment.PICKUP);
    world.in(tx ->
        tx.sql(
                """
                update branch set mode = 'busy', mode_until = :until where id = :branch
                """)
            .with("until", world.clock.instant().plusSeconds(3600))
            .with("branch", Noor.OLAYA.id())
            .update());

    assertThat(world.place(open, cart)).isInstanceOf(PlaceResult.Placed.class);
    assertThat(placed().status()).isEqualTo(OrderStatus.PENDING);
  }

  @Test
  void aBranchThatDidNotOptInDecidesItself() {
    received(3);
    assertThat(placed().status()).isEqualTo(OrderStatus.PENDING);

    set(new AutoAcceptRule(false, 1, new Money(90_000), 100));
    assertThat(placed().status()).isEqualTo(OrderStatus.PENDING);
  }

  @Test
  void onlyWhoRunsABranchSeesAndSetsItsRule() throws Exception {
    NoorStaff noor = new NoorStaff(world.database, world.clock);
    EnumSet<Role> managers = EnumSet.of(Role.OWNER, Role.MANAGER);
    String path = "/v1/branches/" + noor.olaya + "/auto-accept";
    try (RunningServer server =
        new RunningServer(
            world.clock,
            _ -> false,
            routing ->
                routing.register("/v1", new AutoAcceptRoutes(world.database, noor.access)))) {
      new RouteRights(server, noor)
          .hold(
              List.of(
                  new RouteRights.Route("GET", path, null, managers),
                  new RouteRights.Route("PUT", path, Json.write(RULE), managers)));
    }
  }

  private void received(int orders) {
    for (int i = 0; i < orders; i++) {
      UUID order = placed().id();
      world.apply(order, new OrderCommand.Accept(null));
      world.apply(order, new OrderCommand.StartPreparing());
      world.apply(order, new OrderCommand.MarkReady());
      world.apply(order, new OrderCommand.HandOver());
    }
  }

  private OrderSummary placed() {
    PlaceResult result = world.place(conversation, world.readBack(conversation, Fulfilment.PICKUP));
    assertThat(result).isInstanceOf(PlaceResult.Placed.class);
    return ((PlaceResult.Placed) result).order();
  }

  private void set(AutoAcceptRule rule) {
    world.database.changeRestaurant(Noor.ID, tx -> rules.set(tx, Noor.ID, Noor.OLAYA.id(), rule));
  }
}
