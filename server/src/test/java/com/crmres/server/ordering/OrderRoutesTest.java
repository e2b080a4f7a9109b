package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.identity.Session;
import com.crmres.common.identity.SignInRequest;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderEvent;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Json;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.AccessTokens;
import com.crmres.server.identity.IdentityRoutes;
import com.crmres.server.identity.NewStaffMember;
import com.crmres.server.identity.NoorStaff;
import com.crmres.server.identity.Passwords;
import com.crmres.server.identity.RefreshTokens;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.identity.Secrets;
import com.crmres.server.identity.Sessions;
import com.crmres.server.identity.SignInThrottle;
import com.crmres.server.identity.Staffs;
import com.crmres.server.identity.TokenKey;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.restaurant.Branch;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderRoutesTest {

  private static final String PASSWORD = "a good password";

  private final World world = new World();
  private final Secrets secrets = new Secrets(new SecureRandom());
  private final Passwords passwords = new Passwords(secrets);
  private final TokenKey key = TokenKey.of("a secret of thirty-two characters");
  private final AccessTokens tokens = new AccessTokens(world.clock, key);
  private final Staffs staffs =
      new Staffs(
          world.database,
          world.ids,
          world.clock,
          passwords,
          secrets,
          (_, _) -> Set.of(Noor.OLAYA.id(), Noor.MALAZ.id()));
  private final Sessions sessions =
      new Sessions(
          world.database,
          staffs,
          passwords,
          new SignInThrottle(world.clock),
          tokens,
          new RefreshTokens(world.ids, world.clock, secrets, key));
  private final Access access = new Access(tokens, staffs);
  private final RunningServer server =
      new RunningServer(
          world.clock,
          _ -> false,
          routing ->
              routing.register(
                  "/v1",
                  new OrderRoutes(world.database, world.orders, access),
                  new IdentityRoutes(sessions, access, staffs)));

  @AfterEach
  void stop() {
    server.close();
    world.close();
  }

  @Test
  void anAgentMovesAnOrderFromTheCounterToTheCustomer() throws Exception {
    String agent = hire(Role.AGENT, Noor.OLAYA);
    OrderSummary order = world.placed(Fulfilment.PICKUP);

    change(agent, order.id(), OrderAction.ACCEPT, 1, null, 15);
    change(agent, order.id(), OrderAction.START_PREPARING, 2, null, null);
    change(agent, order.id(), OrderAction.MARK_READY, 3, null, null);
    Answer last = change(agent, order.id(), OrderAction.HAND_OVER, 4, null, null);

    assertThat(last.status()).isEqualTo(200);
    assertThat(last.as(OrderSummary.class).status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(world.told(order.conversationId())).hasSize(4);
  }

  @Test
  void theKitchenCooksAndNothingElse() throws Exception {
    String kitchen = hire(Role.KITCHEN, Noor.OLAYA);
    OrderSummary order = world.placed(Fulfilment.PICKUP);

    assertThat(code(change(kitchen, order.id(), OrderAction.ACCEPT, 1, null, null)))
        .isEqualTo("NOT_ALLOWED");

    world.apply(order.id(), new OrderCommand.Accept(null));
    assertThat(change(kitchen, order.id(), OrderAction.START_PREPARING, 2, null, null).status())
        .isEqualTo(200);
    assertThat(change(kitchen, order.id(), OrderAction.MARK_READY, 3, null, null).status())
        .isEqualTo(200);
  }

  @Test
  void anotherBranchSeesNothingOfIt() throws Exception {
    String malaz = hire(Role.AGENT, Noor.MALAZ);
    OrderSummary order = world.placed(Fulfilment.PICKUP);

    assertThat(code(get(malaz, "/v1/orders/" + order.id()))).isEqualTo("NOT_FOUND");
    assertThat(code(change(malaz, order.id(), OrderAction.ACCEPT, 1, null, null)))
        .isEqualTo("NOT_FOUND");
    assertThat(code(get(malaz, "/v1/orders?branch=" + Noor.OLAYA.id()))).isEqualTo("NOT_ALLOWED");
    assertThat(ids(get(malaz, "/v1/orders"))).isEmpty();
  }

  @Test
  void aListComesInParts() throws Exception {
    String owner = hire(Role.OWNER);
    UUID first = world.placed(Fulfilment.PICKUP).id();
    UUID second = world.placed(Fulfilment.DELIVERY).id();
    UUID third = world.placed(Fulfilment.PICKUP).id();

    assertThat(ids(get(owner, "/v1/orders?limit=2"))).containsExactly(first, second);
    assertThat(ids(get(owner, "/v1/orders?limit=2&after=" + second))).containsExactly(third);
    assertThat(ids(get(owner, "/v1/orders?status=confirmed,ready"))).isEmpty();
  }

  @Test
  void everyRefusalHasItsCode() throws Exception {
    String owner = hire(Role.OWNER);
    OrderSummary order = world.placed(Fulfilment.PICKUP);

    assertThat(code(change(owner, order.id(), OrderAction.MARK_READY, 1, null, null)))
        .isEqualTo("MOVE_NOT_ALLOWED");
    assertThat(code(change(owner, order.id(), OrderAction.ACCEPT, 7, null, null)))
        .isEqualTo("CHANGED_MEANWHILE");
    assertThat(code(change(owner, order.id(), OrderAction.REJECT, 1, null, null)))
        .isEqualTo("INVALID_INPUT");
    assertThat(code(change(owner, UUID.randomUUID(), OrderAction.ACCEPT, 1, null, null)))
        .isEqualTo("NOT_FOUND");
    assertThat(world.order(order.id())).isEqualTo(order);
  }

  @Test
  void theTimelineSaysWhoOnWhichDeviceWhenAndWhy() throws Exception {
    String owner = hire(Role.OWNER);
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    Instant onDevice = world.clock.instant().minusSeconds(42);
    var reject =
        new ChangeOrderRequest(
            UUID.randomUUID(),
            OrderAction.REJECT,
            1,
            null,
            null,
            OrderReason.ITEM_UNAVAILABLE,
            List.of(Noor.BURGER.id()),
            null,
            null,
            null,
            "counter 1",
            onDevice,
            null);

    assertThat(post(owner, order.id(), reject).status()).isEqualTo(200);
    Answer timeline = get(owner, "/v1/orders/" + order.id() + "/events");

    JsonNode events = Json.MAPPER.readTree(timeline.response().body()).get("items");
    assertThat(events).hasSize(2);
    OrderEvent placed = Json.read(events.get(0).toString(), OrderEvent.class);
    assertThat(placed.move()).isEqualTo("placed");
    assertThat(placed.actor()).isEqualTo("customer");
    OrderEvent rejected = Json.read(events.get(1).toString(), OrderEvent.class);
    assertThat(rejected.move()).isEqualTo("rejected_by_branch");
    assertThat(rejected.staffId()).isNotNull();
    assertThat(rejected.deviceId()).isEqualTo("counter 1");
    assertThat(rejected.deviceTime()).isEqualTo(onDevice);
    assertThat(rejected.at()).isEqualTo(world.clock.instant());
    assertThat(rejected.reasonCode()).isEqualTo(OrderReason.ITEM_UNAVAILABLE);
    assertThat(world.told(order.conversationId()))
        .containsExactly("نعتذر منك، ما قدرنا نقبل طلبك " + order.number() + ": خلص عندنا: برجر.");
    assertThat(world.soldOut).containsExactly(Noor.BURGER.id());
  }

  @Test
  void whatTakesBackOrGivesMoneyBackIsForManagers() throws Exception {
    String agent = hire(Role.AGENT, Noor.OLAYA);
    String manager = hire(Role.MANAGER, Noor.OLAYA);
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    change(agent, order.id(), OrderAction.ACCEPT, 1, null, null);
    change(agent, order.id(), OrderAction.COLLECT_CASH, 2, null, null);
    change(agent, order.id(), OrderAction.CANCEL, 3, "خطأ", null);

    assertThat(code(change(agent, order.id(), OrderAction.RESTORE, 4, null, null)))
        .isEqualTo("NOT_ALLOWED");
    Answer restored = change(manager, order.id(), OrderAction.RESTORE, 4, null, null);

    assertThat(restored.as(OrderSummary.class).status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(restored.as(OrderSummary.class).standing().payment())
        .isEqualTo(OrderPaymentState.REFUND_PENDING);
    Answer settled = change(manager, order.id(), OrderAction.SETTLE_REFUND, 5, null, null);
    assertThat(settled.as(OrderSummary.class).standing().payment())
        .isEqualTo(OrderPaymentState.REFUNDED);
  }

  @Test
  void aCommandIdCountsOnce() throws Exception {
    String owner = hire(Role.OWNER);
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    var accept = new ChangeOrderRequest(UUID.randomUUID(), OrderAction.ACCEPT, 1, null, 20);
    var other = new ChangeOrderRequest(accept.commandId(), OrderAction.ACCEPT, 1, null, 30);

    Answer first = post(owner, order.id(), accept);
    Answer second = post(owner, order.id(), accept);

    assertThat(second.response().body()).isEqualTo(first.response().body());
    assertThat(code(post(owner, order.id(), other))).isEqualTo("COMMAND_REUSED");
  }

  @Test
  void everyRouteIsForTheRolesOfTheInterfaceOnly() throws Exception {
    NoorStaff noor = new NoorStaff(world.database, world.clock);
    Set<Role> readers = EnumSet.complementOf(EnumSet.of(Role.PLATFORM_OPERATOR));
    String path = "/v1/orders/" + UUID.randomUUID();
    String cook =
        Json.write(
            new ChangeOrderRequest(UUID.randomUUID(), OrderAction.START_PREPARING, 1, null, null));

    try (RunningServer own =
        new RunningServer(
            world.clock,
            _ -> false,
            routing ->
                routing.register(
                    "/v1", new OrderRoutes(world.database, world.orders, noor.access)))) {
      new RouteRights(own, noor)
          .hold(
              List.of(
                  new RouteRights.Route("GET", "/v1/orders", null, readers),
                  new RouteRights.Route("GET", path, null, readers),
                  new RouteRights.Route("GET", path + "/events", null, readers),
                  new RouteRights.Route(
                      "POST",
                      path + "/changes",
                      cook,
                      EnumSet.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN))));
    }
  }

  private String hire(Role role, Branch... branches) throws Exception {
    String email = role.wireName() + "@noor.example";
    Set<UUID> ids = Set.copyOf(List.of(branches).stream().map(Branch::id).toList());
    staffs.add(new NewStaffMember(Noor.ID, "Sami", email, PASSWORD, role, ids));
    String body = Json.write(new SignInRequest(email, PASSWORD));
    Answer answer = server.send("POST", "/v1/auth/sign-in", body);
    return "Bearer " + answer.as(Session.class).accessToken();
  }

  private Answer change(
      String who,
      UUID order,
      OrderAction action,
      long version,
      @Nullable String reason,
      @Nullable Integer minutes)
      throws Exception {
    return post(
        who, order, new ChangeOrderRequest(UUID.randomUUID(), action, version, reason, minutes));
  }

  private Answer post(String who, UUID order, ChangeOrderRequest wish) throws Exception {
    return send(who, "POST", "/v1/orders/" + order + "/changes", Json.write(wish));
  }

  private Answer get(String who, String path) throws Exception {
    return send(who, "GET", path, null);
  }

  private Answer send(String who, String method, String path, @Nullable String body)
      throws Exception {
    return server.send(method, path, body, request -> request.header("Authorization", who));
  }

  private static String code(Answer answer) {
    return answer.error().code();
  }

  private static List<UUID> ids(Answer answer) throws Exception {
    JsonNode items = Json.MAPPER.readTree(answer.response().body()).get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> UUID.fromString(item.get("id").textValue()))
        .toList();
  }
}
