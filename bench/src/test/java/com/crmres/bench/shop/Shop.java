package com.crmres.bench.shop;

import com.crmres.bench.house.House;
import com.crmres.bench.house.ServerNode;
import com.crmres.common.identity.Session;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Json;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.customers.Customer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A restaurant with a real server, customers who write, and its owner at the REST interface.
public final class Shop implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final AtomicInteger CUSTOMERS = new AtomicInteger();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public final UUID olaya;
  public final ServerNode server;
  private final House house;
  private final Simulator simulator;
  private String token = "";

  public Shop() throws Exception {
    house = House.open();
    simulator = Simulator.builder().appSecret(House.appSecret()).build().start();
    server =
        house
            .node(
                "server",
                Map.of(
                    "WHATSAPP_GRAPH_URL",
                    simulator.url().toString(),
                    "CRM_POS_LOOPBACK",
                    "true",
                    "CRM_PRINTERS_LOOPBACK",
                    "true"))
            .start();
    simulator.target(server.webhook());
    olaya = UUID.fromString(asked("select id from branch where code = 'A'"));
    signIn();
  }

  public void signIn() throws IOException, InterruptedException {
    JsonNode session =
        call(
            "POST",
            "/v1/auth/sign-in",
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(House.OWNER, House.STAFF_PASSWORD));
    token = Json.read(session.toString(), Session.class).accessToken();
  }

  /// Another customer orders two shawarmas and says yes.
  ///
  /// @return his order
  public OrderSummary order() throws Exception {
    Customer customer =
        simulator.customer("9665512345" + (10 + CUSTOMERS.incrementAndGet()), "سارة");
    customer.says("ابغى ٢ شاورما دجاج عادي استلام من فرع العليا");
    until(
        "a read-back",
        () ->
            customer
                .awaitAnswer(
                    send -> send.options().stream().anyMatch(o -> o.id().contains("confirm")),
                    PATIENCE)
                .isPresent());
    customer.says("نعم");
    until("an order", () -> newest(Objects.requireNonNull(customer.person().phone())) != null);
    OrderSummary order = newest(Objects.requireNonNull(customer.person().phone()));
    if (order == null) {
      throw new AssertionError("an order was there and is not");
    }
    return order;
  }

  /// Whoever ordered it.
  public Customer customerOf(OrderSummary order) {
    return simulator.customer(String.valueOf(order.customer().phone()), "سارة");
  }

  private @Nullable OrderSummary newest(String phone) throws IOException, InterruptedException {
    for (JsonNode item : call("GET", "/v1/orders?limit=200", null).path("items")) {
      OrderSummary order = Json.read(item.toString(), OrderSummary.class);
      if (phone.equals(order.customer().phone())) {
        return order;
      }
    }
    return null;
  }

  public OrderStatus status(UUID order) throws IOException, InterruptedException {
    JsonNode found = call("GET", "/v1/orders/" + order, null);
    return Json.read(found.toString(), OrderSummary.class).status();
  }

  public void change(UUID order, String action, @Nullable String reason)
      throws IOException, InterruptedException {
    ObjectNode wish = wish(order, action);
    wish.put("reason", reason);
    call("POST", "/v1/orders/" + order + "/changes", wish.toString());
  }

  public ObjectNode wish(UUID order, String action) throws IOException, InterruptedException {
    JsonNode found = call("GET", "/v1/orders/" + order, null);
    return Json.MAPPER
        .createObjectNode()
        .put("commandId", UUID.randomUUID().toString())
        .put("action", action)
        .put("expectedVersion", found.path("version").asLong());
  }

  /// Connects Olaya, and says of everything on its menu what it is at the till.
  ///
  /// @return our things with names and prices, and the till's ids that they have now
  public JsonNode connect(String kind, URI address, String secret)
      throws IOException, InterruptedException {
    ObjectNode wish = Json.MAPPER.createObjectNode();
    wish.put("kind", kind);
    wish.put("address", address.toString());
    wish.put("secret", secret);
    wish.put("posBranch", "b-olaya");
    wish.put("enabled", true);
    call("PUT", "/v1/pos/" + olaya, wish.toString());
    ObjectNode mapping = Json.MAPPER.createObjectNode();
    ArrayNode entries = mapping.putArray("entries");
    for (JsonNode line : call("GET", "/v1/pos/" + olaya + "/mapping", null).path("items")) {
      entries
          .addObject()
          .put("thing", line.path("thing").asText())
          .put("ourId", line.path("ourId").asText())
          .put("posId", "p-" + line.path("ourId").asText());
    }
    return call("PUT", "/v1/pos/" + olaya + "/mapping", mapping.toString()).path("items");
  }

  public URI eventsAddress() throws IOException, InterruptedException {
    JsonNode till = call("GET", "/v1/pos", null).path("items").path(0);
    return server.url().resolve(till.path("eventsPath").asText());
  }

  /// The minute between two comparisons is over.
  public void compareNow() throws SQLException {
    try (Connection connection = house.lookBehindTheWall();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("update pos_setting set reconcile_at = now()");
    }
  }

  public String asked(String sql) throws SQLException {
    try (Connection connection = house.lookBehindTheWall();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  public void executed(String sql) throws SQLException {
    try (Connection connection = house.lookBehindTheWall();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  public JsonNode call(String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    HttpResponse<String> response = answer(method, path, body);
    if (response.statusCode() / 100 != 2) {
      throw new AssertionError(method + " " + path + ": " + response.body());
    }
    return Json.read(response.body().isEmpty() ? "{}" : response.body(), JsonNode.class);
  }

  public HttpResponse<String> answer(String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(server.url().resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /// A delivery at a door for tills.
  public int deliver(URI address, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  public static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never came true: " + what);
      }
      Thread.sleep(50);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      simulator.close();
      house.close();
    } catch (Exception e) {
      throw new IllegalStateException("the shop does not close", e);
    }
  }
}
