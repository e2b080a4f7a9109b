package com.crmres.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Json;
import com.crmres.server.conversation.ConversationRoutes;
import com.crmres.server.conversation.MergeRoutes;
import com.crmres.server.conversation.Presence;
import com.crmres.server.conversation.SendingRoutes;
import com.crmres.server.http.Hosts;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.IdentityRoutes;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.identity.RouteRights.Route;
import com.crmres.server.live.LiveFeed;
import com.crmres.server.live.LiveRoutes;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.menu.MenuRoutes;
import com.crmres.server.menu.Menus;
import com.crmres.server.menu.edit.NewDishes;
import com.crmres.server.ordering.OrderLineRoutes;
import com.crmres.server.ordering.OrderRoutes;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.history.CustomerHistoryRoutes;
import com.crmres.server.payment.Cashier;
import com.crmres.server.payment.moyasar.Moyasar;
import com.crmres.server.pos.Addresses;
import com.crmres.server.pos.PointOfSale;
import com.crmres.server.pos.Sealing;
import com.crmres.server.receipt.ReceiptFiles;
import com.crmres.server.receipt.ReceiptRoutes;
import com.crmres.server.receipt.Receipts;
import com.crmres.server.restaurant.BranchRoutes;
import com.crmres.server.restaurant.Restaurants;
import com.crmres.server.whatsapp.number.Vault;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RightsTest {

  private static final Set<Role> OWNERS = Set.of(Role.OWNER);
  private static final String RECEIPTS = "{\"issuer\":\"nobody\",\"sent\":\"none\",\"version\":0}";
  private static final String PAYMENTS =
      "{\"methods\":[\"cash\"],\"linkMinutes\":20,\"version\":0}";
  private static final String ACCOUNT =
      "{\"secretKey\":\"sk_test\",\"webhookToken\":\"0123456789abcdef\"}";

  private static final Set<Role> READERS =
      Set.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR);
  private static final Set<Role> SPEAKERS = Set.of(Role.OWNER, Role.MANAGER, Role.AGENT);
  private static final Set<Role> DECIDERS = Set.of(Role.OWNER, Role.MANAGER);
  private static final Set<Role> AUDITORS = Set.of(Role.OWNER, Role.MANAGER, Role.AUDITOR);
  private static final Set<Role> COOKS =
      Set.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN, Role.AUDITOR);
  private static final Set<Role> MOVERS =
      Set.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN);

  private final NoorHouse noor = new NoorHouse();
  private final RunningServer server = server();

  @AfterEach
  void stop() {
    server.close();
    noor.close();
  }

  @Test
  void everyRouteIsForItsRolesOnly() throws Exception {
    String thread = "/v1/conversations/" + noor.receive("966500000001", "hello");
    String customers = "/v1/customers";
    String nothing = "/v1/orders/" + noor.ids.next();
    String till = "/v1/pos/" + noor.staff.olaya;
    String branch = "/v1/branches/" + noor.staff.olaya;

    new RouteRights(server, noor.staff)
        .hold(
            List.of(
                Route.forAll("GET", "/v1/me"),
                Route.forAll("GET", "/v1/branches"),
                // The operator of the platform works in no branch.
                new Route("GET", "/v1/menu?branch=" + noor.staff.olaya, null, COOKS),
                Route.forAll("GET", "/v1/live/position"),
                Route.forAll("GET", "/v1/live"),
                new Route("GET", "/v1/conversations", null, READERS),
                new Route("GET", thread, null, READERS),
                new Route("GET", thread + "/messages", null, READERS),
                new Route(
                    "GET", thread + "/messages/" + noor.ids.next() + "/versions", null, AUDITORS),
                new Route("POST", thread + "/replies", reply("hello"), SPEAKERS),
                new Route("POST", thread + "/messages", message("hello"), SPEAKERS),
                new Route(
                    "POST",
                    thread + "/messages/" + noor.ids.next() + "/reaction",
                    "{\"commandId\":\"%s\",\"emoji\":\"\"}".formatted(noor.ids.next()),
                    SPEAKERS),
                new Route(
                    "GET",
                    thread + "/messages/" + noor.ids.next() + "/statuses",
                    null,
                    Set.of(Role.OWNER, Role.MANAGER)),
                new Route("GET", thread + "/templates", null, SPEAKERS),
                new Route("POST", thread + "/read", null, SPEAKERS),
                new Route("POST", thread + "/typing", null, SPEAKERS),
                new Route("POST", thread + "/take-over", null, SPEAKERS),
                new Route("POST", thread + "/hand-back", null, SPEAKERS),
                new Route("POST", thread + "/resolve", null, SPEAKERS),
                new Route("GET", "/v1/customers/merge-proposals", null, DECIDERS),
                new Route(
                    "POST",
                    customers + "/merge-proposals/" + noor.ids.next() + "/dismiss",
                    null,
                    DECIDERS),
                new Route(
                    "POST", customers + "/merges/" + noor.ids.next() + "/undo", null, DECIDERS),
                new Route("POST", customers + "/" + noor.ids.next() + "/merge", merge(), DECIDERS),
                new Route("GET", customers + "/" + noor.ids.next() + "/orders", null, READERS),
                new Route("GET", customers + "/" + noor.ids.next() + "/figures", null, READERS),
                new Route("GET", "/v1/pos", null, AUDITORS),
                new Route("GET", "/v1/pos/drift", null, READERS),
                new Route("PUT", till, "{}", DECIDERS),
                new Route("POST", till + "/test", null, DECIDERS),
                new Route("POST", till + "/release", null, DECIDERS),
                new Route(
                    "POST", till + "/orders/" + noor.ids.next() + "/hand-over", null, DECIDERS),
                new Route("GET", till + "/mapping", null, AUDITORS),
                new Route("PUT", till + "/mapping", "{}", DECIDERS),
                new Route("POST", till + "/menu", null, DECIDERS),
                new Route("POST", till + "/menu/apply", "{}", DECIDERS),
                new Route("POST", till + "/menu/import", "{}", DECIDERS),
                new Route("GET", "/v1/tasks", null, READERS),
                new Route("POST", "/v1/tasks/" + noor.ids.next() + "/done", "{}", SPEAKERS),
                new Route("GET", "/v1/orders", null, COOKS),
                new Route("GET", nothing, null, COOKS),
                new Route("GET", nothing + "/receipt", null, READERS),
                new Route("GET", nothing + "/receipt.png", null, READERS),
                new Route("GET", nothing + "/receipt.pdf", null, READERS),
                new Route("GET", nothing + "/receipts", null, READERS),
                new Route("POST", nothing + "/receipt", null, SPEAKERS),
                new Route("POST", nothing + "/credit-notes", amount(), DECIDERS),
                new Route("GET", "/v1/receipts/" + noor.ids.next() + "/png", null, READERS),
                new Route("GET", "/v1/receipts/" + noor.ids.next() + "/pdf", null, READERS),
                new Route("GET", branch + "/receipt-settings", null, READERS),
                new Route("PUT", branch + "/receipt-settings", RECEIPTS, OWNERS),
                new Route("GET", nothing + "/payments", null, READERS),
                new Route("POST", nothing + "/payments", pay(), SPEAKERS),
                new Route(
                    "POST", "/v1/payments/" + noor.ids.next() + "/refunds", amount(), DECIDERS),
                new Route("GET", "/v1/payment-tasks", null, READERS),
                new Route("POST", "/v1/payment-tasks/" + noor.ids.next() + "/done", null, DECIDERS),
                new Route("GET", branch + "/payment-settings", null, READERS),
                new Route("PUT", branch + "/payment-settings", PAYMENTS, DECIDERS),
                new Route("GET", "/v1/payment-account", null, OWNERS),
                new Route("PUT", "/v1/payment-account", ACCOUNT, OWNERS),
                new Route("GET", nothing + "/lines", null, COOKS),
                new Route("POST", nothing + "/lines", lines(), SPEAKERS),
                new Route("POST", nothing + "/changes", change("start_preparing"), MOVERS),
                new Route("POST", nothing + "/changes", change("accept"), SPEAKERS),
                new Route(
                    "PUT",
                    "/v1/menu/items/" + noor.ids.next() + "/availability",
                    "{\"branchId\":\"%s\",\"available\":false}".formatted(noor.staff.olaya),
                    SPEAKERS)));
  }

  @Test
  void whoWorksInOneBranchFindsNothingOfAnother() throws Exception {
    UUID ours = conversation("966500000001", noor.staff.olaya);
    UUID theirs = conversation("966500000002", noor.staff.malaz);
    UUID nobodys = conversation("966500000003", null);
    noor.staff.hire(Role.AGENT);
    String agent = noor.staff.authorization(Role.AGENT);

    assertThat(ids(get(agent, "/v1/conversations"))).containsExactlyInAnyOrder(ours, nobodys);
    assertThat(get(agent, "/v1/conversations?branch=" + noor.staff.malaz).status()).isEqualTo(403);
    assertThat(get(agent, "/v1/orders?branch=" + noor.staff.malaz).status()).isEqualTo(403);
    for (String path : List.of("", "/messages")) {
      assertThat(get(agent, "/v1/conversations/" + theirs + path).status()).isEqualTo(404);
    }
    for (String path : List.of("/take-over", "/hand-back", "/resolve", "/read", "/typing")) {
      assertThat(send(agent, "POST", "/v1/conversations/" + theirs + path, null).status())
          .isEqualTo(404);
    }
    assertThat(
            send(agent, "POST", "/v1/conversations/" + theirs + "/replies", reply("hi")).status())
        .isEqualTo(404);
    assertThat(
            send(agent, "POST", "/v1/conversations/" + theirs + "/messages", message("hi"))
                .status())
        .isEqualTo(404);
    assertThat(get(agent, "/v1/conversations/" + theirs + "/templates").status()).isEqualTo(404);
    assertThat(noor.conversation(theirs).assigneeId()).isNull();
  }

  @Test
  void theSearchFindsNothingOfAnotherBranch() throws Exception {
    conversation("966500000002", noor.staff.malaz);
    noor.staff.hire(Role.AGENT);
    noor.staff.hire(Role.OWNER);

    assertThat(
            ids(get(noor.staff.authorization(Role.AGENT), "/v1/conversations?search=966500000002")))
        .isEmpty();
    assertThat(
            ids(get(noor.staff.authorization(Role.OWNER), "/v1/conversations?search=966500000002")))
        .hasSize(1);
  }

  private UUID conversation(String phone, @Nullable UUID branch) {
    UUID id = noor.receive(phone, "hello");
    if (branch != null) {
      noor.database.changeRestaurant(
          noor.restaurantId,
          transaction -> noor.conversations.belongsTo(transaction, noor.restaurantId, id, branch));
    }
    return id;
  }

  private String reply(String text) {
    return "{\"commandId\":\"%s\",\"text\":\"%s\"}".formatted(noor.ids.next(), text);
  }

  private String merge() {
    return "{\"commandId\":\"%s\",\"into\":\"%s\"}".formatted(noor.ids.next(), noor.ids.next());
  }

  private String message(String text) {
    return "{\"commandId\":\"%s\",\"content\":{\"type\":\"text\",\"text\":\"%s\"}}"
        .formatted(noor.ids.next(), text);
  }

  private String amount() {
    return "{\"commandId\":\"%s\",\"amount\":1.00,\"reason\":\"late\"}".formatted(noor.ids.next());
  }

  private String pay() {
    return "{\"commandId\":\"%s\",\"method\":\"cash\"}".formatted(noor.ids.next());
  }

  private static String lines() {
    return """
    {"commandId": "%s", "expectedVersion": 1, "reasonCode": "staff_error",
     "changes": [{"itemId": "%s", "quantity": 1}]}
    """
        .formatted(UUID.randomUUID(), UUID.randomUUID());
  }

  private String change(String action) {
    return "{\"commandId\":\"%s\",\"action\":\"%s\",\"expectedVersion\":1}"
        .formatted(noor.ids.next(), action);
  }

  private Answer get(String authorization, String path) throws IOException, InterruptedException {
    return send(authorization, "GET", path, null);
  }

  private Answer send(String authorization, String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    return server.send(
        method, path, body, request -> request.header("Authorization", authorization));
  }

  private static List<UUID> ids(Answer answer) {
    List<UUID> ids = new ArrayList<>();
    for (JsonNode item : answer.as(JsonNode.class).path("items")) {
      ids.add(Json.read(item.toString(), ConversationSummary.class).id());
    }
    return ids;
  }

  private RunningServer server() {
    Restaurants restaurants = new Restaurants(noor.clock);
    Menus menus = new Menus(noor.events);
    ReceiptFiles files = new ReceiptFiles();
    Receipts receipts = new Receipts(restaurants, noor.clock, noor.ids);
    Vault vault = Vault.of("x".repeat(32), new SecureRandom());
    Cashier cashier =
        new Cashier(
            noor.database,
            noor.events,
            noor.conversations,
            receipts,
            new Moyasar(URI.create("http://127.0.0.1:9/v1")),
            MoneyWiring.sealing(vault),
            noor.clock,
            noor.ids,
            () -> {});
    Orders orders =
        new Orders(
            restaurants,
            new Carts(restaurants, menus, noor.clock, noor.ids),
            noor.conversations,
            noor.events,
            List.of(),
            noor.clock,
            noor.ids);
    PointOfSale tills = tills();
    LiveFeed feed = new LiveFeed(noor.database, Duration.ofDays(7));
    return new RunningServer(
        noor.clock,
        _ -> false,
        routing ->
            routing.register(
                "/v1",
                new IdentityRoutes(noor.staff.sessions, noor.staff.access, noor.staff.staffs),
                new BranchRoutes(noor.database, restaurants, noor.staff.access, noor.clock),
                new ConversationRoutes(
                    noor.database, noor.conversations, noor.changes, noor.staff.access, noor.clock),
                new SendingRoutes(
                    noor.database,
                    noor.conversations,
                    Presence.NONE,
                    (_, _, _) -> {},
                    noor.staff.access),
                new MergeRoutes(
                    noor.database, noor.customers, noor.conversations.merges(), noor.staff.access),
                new OrderRoutes(noor.database, orders, noor.staff.access),
                new OrderLineRoutes(noor.database, orders, noor.staff.access),
                new CustomerHistoryRoutes(noor.database, orders, noor.staff.access),
                tills.routes(
                    menus,
                    new NewDishes(menus, restaurants, new MediaFiles(noor.clock)),
                    noor.staff.access),
                tills.taskRoutes(orders, noor.conversations, noor.staff.access),
                new MenuRoutes(noor.database, menus, restaurants, noor.staff.access),
                new ReceiptRoutes(
                    noor.database, receipts, orders, restaurants, noor.staff.access, files),
                cashier.routes(orders, noor.staff.access),
                cashier.webhook(),
                new LiveRoutes(feed, noor.staff.access, noor.clock)));
  }

  /// Tills that nobody is connected to.
  private PointOfSale tills() {
    return new PointOfSale(
        new PointOfSale.Ground(
            noor.database,
            noor.events,
            noor.clock,
            noor.ids,
            new Sealing() {
              @Override
              public byte[] seal(String secret, String owner) {
                return secret.getBytes(StandardCharsets.UTF_8);
              }

              @Override
              public String open(byte[] sealed, String owner) {
                return new String(sealed, StandardCharsets.UTF_8);
              }
            },
            new Addresses(new Hosts(InetAddress::getAllByName), false),
            () -> "a-path",
            () -> {}),
        List.of());
  }
}
