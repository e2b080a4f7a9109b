package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.AlterOrderRequest;
import com.crmres.common.ordering.AlterOrderRequest.Change;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderEvent;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderLineDetails;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.SlotCapacity;
import com.crmres.common.wire.Json;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.ordering.promise.Slots;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Staff change the lines of a placed order.
class OrderLineRoutesTest {

  private final World world = new World();
  private final Desk desk =
      new Desk(world, access -> new OrderLineRoutes(world.database, world.orders, access));

  @AfterEach
  void stop() {
    desk.close();
    world.close();
  }

  @Test
  void anAgentChangesLinesAndTheCustomerIsToldWhatItIsNow() throws Exception {
    String agent = desk.hire(Role.AGENT, Noor.OLAYA);
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    UUID burger = Objects.requireNonNull(lines(agent, order).getFirst().id());

    Answer answer =
        change(agent, order, more(Noor.COLA.id(), 3), of(burger, 1, List.of(Noor.LARGE.id())));

    assertThat(answer.status()).isEqualTo(200);
    OrderSummary now = answer.as(OrderSummary.class);
    assertThat(now.number()).isEqualTo(order.number());
    assertThat(now.version()).isEqualTo(order.version() + 1);
    assertThat(now.lines()).extracting(OrderSummary.Line::quantity).containsExactly(1, 3);
    assertThat(now.lines().getFirst().size()).isEqualTo(Noor.LARGE.name());
    assertThat(now.total())
        .isEqualTo(
            now.lines().stream().map(OrderSummary.Line::total).reduce(Money.ZERO, Money::plus));
    assertThat(now.vat()).isEqualTo(now.total().vatInside());
    assertThat(now.standing().flags()).contains(OrderFlag.ALTERED);
    assertThat(world.order(order.id())).isEqualTo(now);
    assertThat(world.told(order.conversationId())).hasSize(1);
    assertThat(world.told(order.conversationId()).getFirst())
        .contains(order.number(), "3 × " + Noor.COLA.name().ar(), now.total().text());
  }

  @Test
  void theEventSaysWhoWhyAndOnWhichDevice() throws Exception {
    String manager = desk.hire(Role.MANAGER, Noor.OLAYA);
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    AlterOrderRequest wish =
        new AlterOrderRequest(
            UUID.randomUUID(),
            order.version(),
            List.of(more(Noor.COLA.id(), 1)),
            OrderReason.OTHER,
            "اتصل العميل",
            "desk-1",
            Instant.parse("2026-11-24T17:00:00Z"));

    assertThat(post(manager, order, wish).status()).isEqualTo(200);

    OrderEvent event = world.in(tx -> world.orders.events(tx, Noor.ID, order.id())).getLast();
    assertThat(event.move()).isEqualTo("revised_new");
    assertThat(event.actor()).isEqualTo("staff");
    assertThat(event.staffId()).isNotNull();
    assertThat(event.reason()).isEqualTo("اتصل العميل");
    assertThat(event.deviceId()).isEqualTo("desk-1");
  }

  @Test
  void theSameCommandIsOneChangeAndAnOldScreenIsTold() throws Exception {
    String agent = desk.hire(Role.AGENT, Noor.OLAYA);
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    AlterOrderRequest wish = wish(order, more(Noor.COLA.id(), 1));

    OrderSummary once = post(agent, order, wish).as(OrderSummary.class);
    OrderSummary again = post(agent, order, wish).as(OrderSummary.class);

    assertThat(again).isEqualTo(once);
    assertThat(world.told(order.conversationId())).hasSize(1);
    assertThat(code(change(agent, order, more(Noor.COLA.id(), 1)))).isEqualTo("CHANGED_MEANWHILE");
    AlterOrderRequest other =
        new AlterOrderRequest(
            wish.commandId(),
            once.version(),
            List.of(more(Noor.COLA.id(), 2)),
            OrderReason.STAFF_ERROR,
            null,
            null,
            null);
    assertThat(code(post(agent, order, other))).isEqualTo("COMMAND_REUSED");
  }

  @Test
  void whatTheKitchenHasBegunIsNotChanged() throws Exception {
    String agent = desk.hire(Role.AGENT, Noor.OLAYA);
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.apply(order.id(), new OrderCommand.Accept(20));
    world.apply(order.id(), new OrderCommand.StartPreparing());

    Answer answer = change(agent, world.order(order.id()), more(Noor.COLA.id(), 1));

    assertThat(code(answer)).isEqualTo("MOVE_NOT_ALLOWED");
    assertThat(world.order(order.id()).status()).isEqualTo(OrderStatus.PREPARING);
    assertThat(world.order(order.id()).lines()).isEqualTo(order.lines());
  }

  @Test
  void allOfItIsMadeOrNone() throws Exception {
    String agent = desk.hire(Role.AGENT, Noor.OLAYA);
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    sell(Noor.COLA.id(), false);

    Answer answer = change(agent, order, more(Noor.FRIES.id(), 1), more(Noor.COLA.id(), 1));

    assertThat(code(answer)).isEqualTo("MOVE_NOT_ALLOWED");
    assertThat(answer.error().details())
        .extracting(fault -> fault.field())
        .containsExactly("changes[1]");
    assertThat(world.order(order.id())).isEqualTo(order);
    assertThat(world.told(order.conversationId())).isEmpty();
  }

  @Test
  void whatIsLeftMustBeAnOrderThatItsBranchCanMake() throws Exception {
    String agent = desk.hire(Role.AGENT, Noor.OLAYA);
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    UUID burger = Objects.requireNonNull(lines(agent, order).getFirst().id());

    assertThat(code(change(agent, order, of(burger, 0, null)))).isEqualTo("MOVE_NOT_ALLOWED");
    assertThat(code(change(agent, order, of(UUID.randomUUID(), 2, null))))
        .isEqualTo("MOVE_NOT_ALLOWED");
    world.database.changeRestaurant(
        Noor.ID,
        tx -> new Slots().setCapacity(tx, Noor.ID, Noor.OLAYA.id(), new SlotCapacity(null, 6)));
    world.placed(Fulfilment.PICKUP);
    assertThat(world.order(order.id())).isEqualTo(order);
  }

  @Test
  void aChangeOfTheCustomersOwnThatIsUnderWayIsPutAway() throws Exception {
    String agent = desk.hire(Role.AGENT, Noor.OLAYA);
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.in(tx -> world.orders.alter(tx, Noor.ID, order.conversationId()));
    world.change(order.conversationId(), new CartCommand.Add(Noor.COLA.id(), 1, List.of()));
    Cart read = world.readBack(order.conversationId());

    OrderSummary now = change(agent, order, more(Noor.FRIES.id(), 1)).as(OrderSummary.class);

    assertThat(world.place(order.conversationId(), read)).isInstanceOf(PlaceResult.Empty.class);
    assertThat(world.order(order.id())).isEqualTo(now);
    assertThat(world.cart(order.conversationId()).isEmpty()).isTrue();
  }

  @Test
  void whatTheCustomerPutsTogetherBesideItStays() throws Exception {
    String agent = desk.hire(Role.AGENT, Noor.OLAYA);
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.change(order.conversationId(), new CartCommand.Add(Noor.COLA.id(), 1, List.of()));

    assertThat(change(agent, order, more(Noor.FRIES.id(), 1)).status()).isEqualTo(200);

    assertThat(world.cart(order.conversationId()).lines()).hasSize(1);
  }

  @Test
  void kitchensAuditorsAndOtherBranchesChangeNothing() throws Exception {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    String kitchen = desk.hire(Role.KITCHEN, Noor.OLAYA);
    String auditor = desk.hire(Role.AUDITOR, Noor.OLAYA);
    String malaz = desk.hire(Role.AGENT, Noor.MALAZ);

    assertThat(code(change(kitchen, order, more(Noor.COLA.id(), 1)))).isEqualTo("NOT_ALLOWED");
    assertThat(code(change(auditor, order, more(Noor.COLA.id(), 1)))).isEqualTo("NOT_ALLOWED");
    assertThat(code(change(malaz, order, more(Noor.COLA.id(), 1)))).isEqualTo("NOT_FOUND");
    assertThat(lines(kitchen, order)).hasSize(1);
    assertThat(code(desk.send(malaz, "GET", path(order), null))).isEqualTo("NOT_FOUND");
  }

  @Test
  void everyFaultOfAWishIsNamed() throws Exception {
    String agent = desk.hire(Role.AGENT, Noor.OLAYA);
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    AlterOrderRequest wish =
        new AlterOrderRequest(
            UUID.randomUUID(),
            1,
            List.of(
                new Change(null, null, 0, null, null),
                new Change(null, Noor.COLA.id(), 51, null, null)),
            null,
            " ",
            null,
            null);

    Answer answer = post(agent, order, wish);

    assertThat(code(answer)).isEqualTo("INVALID_INPUT");
    assertThat(answer.error().details())
        .extracting(fault -> fault.field())
        .containsExactly(
            "reason", "changes[0].itemId", "changes[0].quantity", "changes[1].quantity");
  }

  private void sell(UUID item, boolean available) {
    world.database.changeRestaurant(
        Noor.ID, tx -> world.menus.setAvailability(tx, Noor.ID, Noor.OLAYA.id(), item, available));
  }

  private static Change more(UUID item, int quantity) {
    return new Change(null, item, quantity, null, null);
  }

  private static Change of(UUID line, int quantity, @Nullable List<UUID> options) {
    return new Change(line, null, quantity, options, null);
  }

  private static AlterOrderRequest wish(OrderSummary order, Change... changes) {
    return new AlterOrderRequest(
        UUID.randomUUID(),
        order.version(),
        List.of(changes),
        OrderReason.CUSTOMER_CHANGED_MIND,
        null,
        null,
        null);
  }

  private Answer change(String who, OrderSummary order, Change... changes) throws Exception {
    return post(who, order, wish(order, changes));
  }

  private Answer post(String who, OrderSummary order, AlterOrderRequest wish) throws Exception {
    return desk.send(who, "POST", path(order), wish);
  }

  private List<OrderLineDetails> lines(String who, OrderSummary order) throws Exception {
    Answer answer = desk.send(who, "GET", path(order), null);
    JsonNode items = Json.MAPPER.readTree(answer.response().body()).get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> Json.read(item.toString(), OrderLineDetails.class))
        .toList();
  }

  private static String path(OrderSummary order) {
    return "/v1/orders/" + order.id() + "/lines";
  }

  private static String code(Answer answer) {
    return answer.error().code();
  }
}
