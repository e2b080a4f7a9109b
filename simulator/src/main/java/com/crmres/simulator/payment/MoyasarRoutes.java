package com.crmres.simulator.payment;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The paths of Moyasar that a shop calls.
final class MoyasarRoutes implements HttpService {

  private static final String FILTER = "metadata[payment_id]";

  private final Till till;
  private final Mishaps mishaps;
  private final String authorization;

  MoyasarRoutes(Till till, Mishaps mishaps, String secretKey) {
    this.till = till;
    this.mishaps = mishaps;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((secretKey + ":").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/invoices", (request, response) -> answer(request, response, this::create))
        .get("/invoices", (request, response) -> answer(request, response, this::list))
        .get("/invoices/{id}", (request, response) -> answer(request, response, this::find))
        .put(
            "/invoices/{id}/cancel", (request, response) -> answer(request, response, this::cancel))
        .post(
            "/payments/{id}/refund",
            (request, response) -> answer(request, response, this::refund));
  }

  /// An answer with its status.
  private record Answer(int status, JsonNode body) {}

  private void answer(
      ServerRequest request, ServerResponse response, Function<ServerRequest, Answer> door) {
    Answer answer;
    if (!request.headers().first(HeaderNames.AUTHORIZATION).orElse("").equals(authorization)) {
      answer = error(401, "authentication_error", "Invalid authorization credentials");
    } else if (mishaps.happens(Mishap.TOO_MANY_REQUESTS)) {
      answer = error(429, "rate_limit_error", "Too many requests");
    } else {
      answer = door.apply(request);
      if (mishaps.happens(Mishap.ANSWER_LOST)) {
        answer = error(502, "api_error", "Bad gateway");
      }
    }
    response
        .status(Status.create(answer.status()))
        .header(HeaderValues.CONTENT_TYPE_JSON)
        .send(Json.write(answer.body()));
  }

  private Answer create(ServerRequest request) {
    JsonNode wish = body(request);
    long amount = wish.path("amount").asLong(0);
    String description = wish.path("description").asText("");
    if (amount < 100 || description.isBlank()) {
      return error(400, "invalid_request_error", "Validation Failed");
    }
    return new Answer(
        201,
        till.add(
            amount,
            wish.path("currency").asText("SAR"),
            description,
            expiry(wish),
            wish.path("metadata")));
  }

  private static @Nullable Instant expiry(JsonNode wish) {
    String text = wish.path("expired_at").asText("");
    return text.isEmpty() ? null : Instant.parse(text);
  }

  private Answer list(ServerRequest request) {
    String reference = request.query().first(FILTER).orElse("");
    List<JsonNode> found =
        reference.isEmpty()
            ? till.invoices().reversed()
            : till.withMetadata("payment_id", reference);
    ObjectNode page = Json.MAPPER.createObjectNode();
    var invoices = page.putArray("invoices");
    found.forEach(invoices::add);
    page.putObject("meta")
        .put("current_page", 1)
        .putNull("next_page")
        .put("total_count", found.size());
    return new Answer(200, page);
  }

  private Answer find(ServerRequest request) {
    return found(till.find(id(request)));
  }

  private Answer cancel(ServerRequest request) {
    if (till.find(id(request)).isEmpty()) {
      return found(Optional.empty());
    }
    return till.cancel(id(request))
        .map(invoice -> new Answer(200, invoice))
        .orElseGet(() -> error(400, "invalid_request_error", "Invoice can not be canceled"));
  }

  private Answer refund(ServerRequest request) {
    return till.refund(id(request), body(request).path("amount").asLong(0))
        .map(payment -> new Answer(200, payment))
        .orElseGet(() -> error(400, "invalid_request_error", "Payment can not be refunded"));
  }

  private static Answer found(Optional<JsonNode> invoice) {
    return invoice
        .map(paper -> new Answer(200, paper))
        .orElseGet(() -> error(404, "record_not_found", "Object not found"));
  }

  private static Answer error(int status, String type, String message) {
    return new Answer(status, Papers.error(type, message));
  }

  private static String id(ServerRequest request) {
    return request.path().pathParameters().get("id");
  }

  private static JsonNode body(ServerRequest request) {
    return Json.read(request.content().as(String.class), JsonNode.class);
  }
}
