package com.crmres.simulator.pos;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A receiver of our signed webhook in one file, to read and to begin from (docs/pos.md): it checks
/// the signature, takes each order once, and answers every question.
public final class SampleTill implements AutoCloseable {

  private static final String ALGORITHM = "HmacSHA256";
  private static final long WINDOW_SECONDS = 300;

  private final SecretKeySpec key;
  private final HttpServer web;
  private final Map<String, ObjectNode> orders = new LinkedHashMap<>();

  private SampleTill(String secret, int port) throws IOException {
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    web.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    web.createContext("/", this::take);
  }

  /// Starts a till that knows the secret.
  ///
  /// @param port 0 takes any free port
  public static SampleTill start(String secret, int port) throws IOException {
    SampleTill till = new SampleTill(secret, port);
    till.web.start();
    return till;
  }

  /// Starts a till by hand: secret and port are the arguments.
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("arguments: secret port");
    }
    SampleTill till = start(arguments[0], Integer.parseInt(arguments[1]));
    IO.println("a sample till listens on " + till.address());
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + web.getAddress().getPort() + "/");
  }

  /// What it has, the oldest first.
  public synchronized List<JsonNode> orders() {
    return List.copyOf(orders.values().stream().map(ObjectNode::deepCopy).toList());
  }

  /// Somebody at the till moves an order.
  public synchronized void move(String reference, String status) {
    for (ObjectNode order : orders.values()) {
      if (order.path("reference").asText().equals(reference)) {
        order.put("status", status);
        order.put("changedAt", Instant.now().toString());
      }
    }
  }

  /// The three headers of a delivery of ours, for whoever wants to tell the server something.
  public Map<String, String> signed(String id, byte[] body) {
    long timestamp = Instant.now().getEpochSecond();
    return Map.of(
        "Webhook-Id",
        id,
        "Webhook-Timestamp",
        Long.toString(timestamp),
        "Webhook-Signature",
        "v1=" + mac(id, Long.toString(timestamp), body));
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (isAuthentic(exchange, body)) {
        JsonNode question = Json.read(new String(body, StandardCharsets.UTF_8), JsonNode.class);
        send(exchange, 200, answer(question));
      } else {
        send(exchange, 401, Json.MAPPER.createObjectNode().put("error", "signature"));
      }
    }
  }

  private static void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
    byte[] body = Json.write(answer).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private boolean isAuthentic(HttpExchange exchange, byte[] body) {
    String id = header(exchange, "Webhook-Id");
    String timestamp = header(exchange, "Webhook-Timestamp");
    String claimed = header(exchange, "Webhook-Signature");
    String expected = "v1=" + mac(id, timestamp, body);
    return isRecent(timestamp)
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), claimed.getBytes(StandardCharsets.UTF_8));
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static boolean isRecent(String timestamp) {
    try {
      long age = Instant.now().getEpochSecond() - Long.parseLong(timestamp);
      return Math.abs(age) <= WINDOW_SECONDS;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private String mac(String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private synchronized ObjectNode answer(JsonNode question) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    switch (question.path("type").asText()) {
      case "order.placed" -> answer.set("order", place(question));
      case "order.updated" -> answer.set("order", update(question));
      case "order.status", "order.query" -> answer.set("order", asked(question));
      case "order.cancel" -> answer.put("cancelled", cancel(question));
      case "orders.query" -> {
        ArrayNode list = answer.putArray("orders");
        orders.values().forEach(list::add);
      }
      case "menu.query" -> answer.putArray("items");
      default -> answer.put("ok", true);
    }
    return answer;
  }

  /// The same key is the same order, however often it comes.
  private ObjectNode place(JsonNode question) {
    return orders.computeIfAbsent(
        question.path("key").asText(),
        _ -> {
          ObjectNode order = Json.MAPPER.createObjectNode();
          order.put("reference", "T-" + (orders.size() + 1));
          order.put("orderId", question.path("order").path("id").asText());
          order.put("status", "pending");
          order.put("total", total(question.path("order")));
          order.put("dueAt", due(question.path("order")));
          order.put("changedAt", Instant.now().toString());
          return order;
        });
  }

  /// The whole order in the place of what it was.
  private JsonNode update(JsonNode question) {
    JsonNode known = asked(question);
    if (known instanceof ObjectNode order) {
      order.put("total", total(question.path("order")));
      order.put("dueAt", due(question.path("order")));
      order.put("changedAt", Instant.now().toString());
    }
    return known;
  }

  /// What the till counts itself: dishes and delivery, less what is taken off. Halalas.
  private static long total(JsonNode order) {
    long dishes = 0;
    for (JsonNode line : order.path("lines")) {
      dishes += line.path("total").asLong();
    }
    return dishes + order.path("deliveryFee").asLong() - order.path("discount").asLong();
  }

  /// The customer's time goes before the promise.
  private static @Nullable String due(JsonNode order) {
    return order.path("scheduledFor").asText(order.path("promisedAt").asText(null));
  }

  /// Finds an order by its reference or by our id; takes over the status that comes with it.
  private JsonNode asked(JsonNode question) {
    for (ObjectNode order : orders.values()) {
      boolean same =
          order.path("reference").equals(question.path("reference"))
              || (question.path("reference").isMissingNode()
                  && order.path("orderId").equals(question.path("orderId")));
      if (same) {
        String status = status(question.path("status").asText(""));
        if (!status.isEmpty()) {
          order.put("status", status);
        }
        return order;
      }
    }
    return Json.MAPPER.nullNode();
  }

  /// Only what nobody has begun can be dropped from outside.
  private boolean cancel(JsonNode question) {
    JsonNode order = asked(question);
    boolean pending = order.path("status").asText().equals("pending");
    if (pending && order instanceof ObjectNode dropped) {
      dropped.put("status", "voided");
    }
    return pending || order.path("status").asText().equals("voided");
  }

  private static String status(String theirs) {
    return switch (theirs) {
      case "confirmed" -> "accepted";
      case "out_for_delivery" -> "on_the_way";
      case "delivered" -> "completed";
      case "preparing", "ready", "pending" -> theirs;
      default -> "";
    };
  }

  @Override
  public void close() {
    web.stop(0);
  }
}
