package com.crmres.simulator.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.WebServer;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MoyasarSimulatorTest {

  private static final String WISH =
      """
      {"amount": 6091, "currency": "SAR", "description": "Order A-1",
       "expired_at": "2099-01-01T00:00:00Z",
       "metadata": {"payment_id": "p-1", "order_id": "o-1"}}
      """;

  private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
  private final AtomicInteger refusing = new AtomicInteger();
  private final WebServer shop =
      WebServer.builder()
          .address(InetAddress.getLoopbackAddress())
          .port(0)
          .routing(routing ->
              routing.post(
                  "/hook",
                  (request, response) -> {
                    JsonNode event = Json.read(request.content().as(String.class), JsonNode.class);
                    if (refusing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                      response.status(503).send();
                    } else {
                      told.add(event);
                      response.send();
                    }
                  }))
          .build()
          .start();
  private final MoyasarSimulator moyasar = MoyasarSimulator.start("sk_test", "a-secret-token");
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
    moyasar.close();
    shop.stop();
  }

  @Test
  void anInvoiceIsMadeFoundByItsMetadataPaidAndToldWithTheToken() throws Exception {
    moyasar.target(URI.create("http://127.0.0.1:" + shop.port() + "/hook"));
    JsonNode made = send("POST", "/invoices", WISH, 201);
    assertThat(made.path("status").asText()).isEqualTo("initiated");
    assertThat(made.path("amount_format").asText()).isEqualTo("60.91 SAR");
    String id = made.path("id").asText();
    assertThat(
            send("GET", "/invoices?metadata%5Bpayment_id%5D=p-1", null, 200)
                .path("invoices")
                .path(0)
                .path("id")
                .asText())
        .isEqualTo(id);

    refusing.set(1);
    moyasar.refuseCard(id);
    JsonNode refused = next();
    moyasar.pay(id);
    JsonNode paid = next();

    assertThat(refused.path("type").asText()).isEqualTo("payment_faild");
    assertThat(paid.path("type").asText()).isEqualTo("payment_paid");
    assertThat(paid.path("secret_token").asText()).isEqualTo("a-secret-token");
    assertThat(paid.path("data").path("invoice_id").asText()).isEqualTo(id);
    JsonNode invoice = send("GET", "/invoices/" + id, null, 200);
    assertThat(invoice.path("status").asText()).isEqualTo("paid");
    assertThat(invoice.path("payments")).hasSize(2);
    assertThatThrownBy(() -> moyasar.pay(id)).isInstanceOf(IllegalStateException.class);
    send("PUT", "/invoices/" + id + "/cancel", "{}", 400);
  }

  @Test
  void moneyGoesBackInPartsAndNotTwice() throws Exception {
    String id = send("POST", "/invoices", WISH, 201).path("id").asText();
    moyasar.pay(id);
    String payment =
        send("GET", "/invoices/" + id, null, 200).path("payments").path(0).path("id").asText();

    JsonNode part = send("POST", "/payments/" + payment + "/refund", "{\"amount\":91}", 200);
    assertThat(part.path("refunded").asLong()).isEqualTo(91);
    send("POST", "/payments/" + payment + "/refund", "{\"amount\":6001}", 400);
    JsonNode all = send("POST", "/payments/" + payment + "/refund", "{\"amount\":6000}", 200);

    assertThat(all.path("status").asText()).isEqualTo("refunded");
    assertThat(moyasar.refunds()).isEqualTo(2);
  }

  @Test
  void whatShallGoWrongGoesWrongOnce() throws Exception {
    moyasar.target(URI.create("http://127.0.0.1:" + shop.port() + "/hook"));
    moyasar.happen(
        Mishap.ANSWER_LOST,
        Mishap.TOO_MANY_REQUESTS,
        Mishap.CALLBACK_LOST,
        Mishap.CALLBACK_LATE,
        Mishap.CALLBACK_REPEATED);

    send("POST", "/invoices", WISH, 429);
    send("POST", "/invoices", WISH, 502);
    String id = moyasar.invoices().getFirst().path("id").asText();
    moyasar.refuseCard(id);
    moyasar.refuseCard(id);
    moyasar.pay(id);

    for (int callback = 0; callback < 4; callback++) {
      assertThat(next()).isNotNull();
    }
    assertThat(moyasar.left()).isEmpty();
  }

  @Test
  void aStrangerIsRefused() throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(moyasar.baseUrl() + "/invoices")).GET().build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("authentication_error");
  }

  private JsonNode next() throws InterruptedException {
    JsonNode event = told.poll(30, TimeUnit.SECONDS);
    assertThat(event).isNotNull();
    return event;
  }

  private JsonNode send(String method, String path, @Nullable String body, int status)
      throws Exception {
    String user = Base64.getEncoder().encodeToString("sk_test:".getBytes(StandardCharsets.UTF_8));
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(moyasar.baseUrl() + path))
                .header("Authorization", "Basic " + user)
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Json.read(answer.body(), JsonNode.class);
  }
}
