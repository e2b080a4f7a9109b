package com.crmres.server.pos;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.wire.Json;
import com.crmres.server.http.Hosts;
import com.crmres.server.pos.foodics.FoodicsConnector;
import com.crmres.server.pos.webhook.WebhookConnector;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A changed order on its way to real tills of both kinds.
@SuppressWarnings("NullAway.Init") // JUnit opens first
class ChangeOverHttpTest {

  private static final String SECRET = "a-secret-of-the-till";
  private static final UUID ORDER = new UUID(0, 2);
  private static final Connector.Ours OURS = new Connector.Ours(ORDER, "T-1");

  /// What came to the till.
  private record Asked(
      String method, String path, String raw, String id, String timestamp, String signature) {

    JsonNode body() {
      return Json.read(raw, JsonNode.class);
    }
  }

  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Caller caller =
      new Caller(new Addresses(new Hosts(InetAddress::getAllByName), true), Duration.ofSeconds(20));
  private HttpServer till;
  private volatile int status = 200;
  private volatile String answer = "{}";

  @BeforeEach
  void open() throws IOException {
    till = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    till.createContext("/", this::take);
    till.start();
  }

  @AfterEach
  void close() {
    till.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              body,
              header(exchange, "Webhook-Id"),
              header(exchange, "Webhook-Timestamp"),
              header(exchange, "Webhook-Signature")));
      byte[] said = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, said.length);
      exchange.getResponseBody().write(said);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  @Test
  void theWebhookTellsTheWholeOrderSignedUnderItsNewKey() throws Exception {
    answer =
        """
        {"order": {"reference": "T-1", "orderId": "%s", "status": "accepted", "total": 7200}}
        """
            .formatted(ORDER);

    PosAnswer<Seen> told = webhook().change(account(), OURS, order());

    assertThat(told)
        .isInstanceOfSatisfying(
            PosAnswer.Done.class,
            done -> assertThat(((Seen) done.value()).total()).isEqualTo(new Money(7_200)));
    Asked got = asked.getFirst();
    assertThat(got.body().path("type").asText()).isEqualTo("order.updated");
    assertThat(got.body().path("reference").asText()).isEqualTo("T-1");
    assertThat(got.body().path("key").asText()).isEqualTo(ORDER + ":3");
    assertThat(got.body().at("/order/lines/0/quantity").asInt()).isEqualTo(3);
    assertThat(got.body().at("/order/total").asLong()).isEqualTo(7_200);
    assertThat(got.id()).isEqualTo(ORDER + ":3");
    assertThat(got.signature()).isEqualTo("v1=" + mac(got));
  }

  @Test
  void foodicsTakesTheWholeOrderInThePlaceOfWhatItWas() throws Exception {
    answer =
        """
        {"data": {"id": "T-1", "status": 2, "total_price": 72, "meta": {"external_order_id": "%s"}}}
        """
            .formatted(ORDER);

    PosAnswer<Seen> told = new FoodicsConnector(caller).change(account(), OURS, order());

    assertThat(told).isInstanceOf(PosAnswer.Done.class);
    Asked got = asked.getFirst();
    assertThat(got.method()).isEqualTo("PUT");
    assertThat(got.path()).endsWith("/orders/T-1");
    assertThat(got.body().at("/products/0/product_id").asText()).isEqualTo("B-1");
    assertThat(got.body().at("/products/0/quantity").asInt()).isEqualTo(3);
    assertThat(got.body().at("/meta/external_key").asText()).isEqualTo(ORDER + ":3");
    assertThat(got.body().has("status")).isFalse();
  }

  @Test
  void whoTakesNoChangesSaysSoForGood() throws Exception {
    status = 422;

    assertThat(webhook().change(account(), OURS, order()))
        .isInstanceOfSatisfying(
            PosAnswer.Refused.class, refused -> assertThat(refused.passing()).isFalse());
    assertThat(new FoodicsConnector(caller).change(account(), OURS, order()))
        .isInstanceOfSatisfying(
            PosAnswer.Refused.class, refused -> assertThat(refused.passing()).isFalse());
  }

  private WebhookConnector webhook() {
    return new WebhookConnector(caller, Clock.systemUTC());
  }

  private Account account() {
    URI address = URI.create("http://127.0.0.1:" + till.getAddress().getPort());
    return new Account(new UUID(0, 1), address, SECRET, "b-1", null);
  }

  /// What the documentation tells a receiver to do.
  private static String mac(Asked got) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String signed = got.id() + "." + got.timestamp() + "." + got.raw();
    return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  private static PosOrder order() {
    return new PosOrder(
        ORDER,
        ORDER + ":3",
        "A-27",
        Fulfilment.PICKUP,
        OrderStatus.CONFIRMED,
        new PosOrder.Customer("Sara", "966500000000"),
        null,
        List.of(new PosOrder.Line("B-1", "Burger", 3, List.of(), new Money(7_200), null)),
        Money.ZERO,
        Money.ZERO,
        new Money(7_200),
        new Money(939),
        null,
        Instant.parse("2026-11-24T17:00:00Z"),
        null,
        null);
  }
}
