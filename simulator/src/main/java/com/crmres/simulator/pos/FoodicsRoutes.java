package com.crmres.simulator.pos;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// The paths of Foodics' API that an integration calls.
final class FoodicsRoutes implements HttpService {

  private static final int SILENCE_SECONDS = 60;

  private final FoodicsTill till;
  private final Faults faults;
  private final String authorization;
  private final CountDownLatch closing = new CountDownLatch(1);

  FoodicsRoutes(FoodicsTill till, Faults faults, String token) {
    this.till = till;
    this.faults = faults;
    this.authorization = "Bearer " + token;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .any((request, response) -> {
          if (!request
              .headers()
              .first(HeaderNames.AUTHORIZATION)
              .orElse("")
              .equals(authorization)) {
            answer(response, 401, message("Unauthenticated."));
          } else if (faults.happens(Fault.TOO_MANY_REQUESTS)) {
            response.header(HeaderValues.create("Retry-After", "1"));
            answer(response, 429, message("Too Many Attempts."));
          } else {
            response.next();
          }
        })
        .get("/branches", (request, response) -> page(request, response, List.of()))
        .get("/products", (request, response) -> page(request, response, till.menu()))
        .get("/orders", this::list)
        .post("/orders", this::create)
        .put("/orders/{id}", this::change);
  }

  /// Nobody waits for a silent answer any more.
  void close() {
    closing.countDown();
  }

  private void create(ServerRequest request, ServerResponse response) throws InterruptedException {
    if (faults.happens(Fault.ERROR_BEFORE_CREATING)) {
      answer(response, 500, message("Server Error"));
      return;
    }
    Optional<ObjectNode> created = till.create(body(request));
    if (created.isEmpty()) {
      answer(response, 422, message("The given data was invalid."));
      return;
    }
    if (faults.happens(Fault.SILENT_AFTER_CREATING)) {
      boolean closed = closing.await(SILENCE_SECONDS, TimeUnit.SECONDS);
      answer(response, 504, message(closed ? "closing" : "timeout"));
    } else if (faults.happens(Fault.ERROR_AFTER_CREATING)) {
      answer(response, 500, message("Server Error"));
    } else {
      answer(response, 201, data(created.get()));
    }
  }

  private void change(ServerRequest request, ServerResponse response) {
    String id = request.path().pathParameters().get("id");
    till.change(id, body(request))
        .ifPresentOrElse(
            order -> answer(response, 200, data(order)),
            () -> answer(response, 422, message("This action is not allowed.")));
  }

  private void list(ServerRequest request, ServerResponse response) {
    Predicate<JsonNode> wanted =
        is(request, "filter[id]", "/id")
            .and(is(request, "filter[meta.external_order_id]", "/meta/external_order_id"))
            .and(is(request, "filter[branch_id]", "/branch/id"))
            .and(updatedAfter(request));
    page(request, response, till.orders().stream().filter(wanted).toList());
  }

  private static Predicate<JsonNode> is(ServerRequest request, String filter, String member) {
    String asked = request.query().first(filter).orElse("");
    return order -> asked.isEmpty() || asked.equals(order.at(member).asText());
  }

  private static Predicate<JsonNode> updatedAfter(ServerRequest request) {
    String asked = request.query().first("filter[updated_after]").orElse("");
    return order -> order.path("updated_at").asText().compareTo(asked) >= 0;
  }

  private static void page(ServerRequest request, ServerResponse response, List<JsonNode> all) {
    int size = Integer.parseInt(request.query().first("per_page").orElse("50"));
    int page = Integer.parseInt(request.query().first("page").orElse("1"));
    int pages = Math.max(1, (all.size() + size - 1) / size);
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ArrayNode data = answer.putArray("data");
    all.stream().skip((long) (page - 1) * size).limit(size).forEach(data::add);
    answer
        .putObject("meta")
        .put("current_page", page)
        .put("last_page", pages)
        .put("per_page", size)
        .put("total", all.size());
    answer(response, 200, answer);
  }

  private static JsonNode body(ServerRequest request) {
    return Json.read(request.content().as(String.class), JsonNode.class);
  }

  private static ObjectNode data(ObjectNode order) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    answer.set("data", order);
    return answer;
  }

  private static ObjectNode message(String text) {
    return Json.MAPPER.createObjectNode().put("message", text);
  }

  private static void answer(ServerResponse response, int status, JsonNode body) {
    response
        .status(Status.create(status))
        .header(HeaderValues.CONTENT_TYPE_JSON)
        .send(Json.write(body).getBytes(StandardCharsets.UTF_8));
  }
}
