package com.crmres.simulator.openrouter;

import com.crmres.simulator.weather.Dice;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// The paths under `/api/v1` that a client of OpenRouter calls.
public final class OpenRouter implements HttpService {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration DRIP = Duration.ofMillis(250);
  private static final byte[] PADDING = "\n         \n".getBytes(StandardCharsets.US_ASCII);

  private final String apiKey;
  private final Clock clock;
  private final Dice dice;
  private final AtomicLong count = new AtomicLong();
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private volatile ModelScript script;
  private volatile List<String> models = List.of("google/gemini-3.1-flash-lite");
  private volatile BigDecimal remaining = new BigDecimal("74.5");

  public OpenRouter(String apiKey, ModelScript script, Clock clock, Dice dice) {
    this.apiKey = apiKey;
    this.script = script;
    this.clock = clock;
    this.dice = dice;
  }

  public void script(ModelScript newScript) {
    script = newScript;
  }

  public void models(List<String> slugs) {
    models = List.copyOf(slugs);
  }

  public void remainingCredit(BigDecimal dollars) {
    remaining = dollars;
  }

  /// Every request for a completion that was well formed, in the order of arrival.
  public List<JsonNode> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/chat/completions", keyed(this::complete))
        .get("/models", (request, response) -> send(response, 200, catalogue()))
        .get("/key", keyed((request, response) -> send(response, 200, key())));
  }

  private Handler keyed(Handler handler) {
    return (request, response) -> {
      String given = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
      if (given.equals("Bearer " + apiKey)) {
        handler.handle(request, response);
      } else {
        refuse(response, ModelAnswer.Failure.of(401, "authentication"));
      }
    };
  }

  private void complete(ServerRequest request, ServerResponse response)
      throws IOException, InterruptedException {
    Optional<JsonNode> body = parse(request.content().as(byte[].class));
    Optional<String> fault =
        body.isEmpty() ? Optional.of("Invalid JSON") : RequestRules.fault(body.get());
    if (body.isEmpty() || fault.isPresent()) {
      String message = fault.orElse("");
      refuse(response, new ModelAnswer.Failure(400, "invalid_request", message, null));
      return;
    }
    requests.add(body.get());
    answer(body.get(), script.answer(body.get()), Duration.ZERO, response);
  }

  private void answer(JsonNode request, ModelAnswer answer, Duration delay, ServerResponse response)
      throws IOException, InterruptedException {
    String id = "gen-" + clock.instant().getEpochSecond() + "-" + suffix();
    Completion completion = new Completion(request, id, clock.instant());
    switch (answer) {
      case ModelAnswer.Late late ->
          answer(request, late.answer(), delay.plus(late.delay()), response);
      case ModelAnswer.Text text ->
          drip(response, id, delay, completion.text(text.content(), text.finishReason()));
      case ModelAnswer.Tools tools ->
          drip(response, id, delay, completion.tools(tools.calls(), tools.content()));
      case ModelAnswer.BrokenOff broken ->
          drip(
              response,
              id,
              delay,
              completion.brokenOff(broken.partial(), broken.code(), broken.errorType()));
      case ModelAnswer.FailureInside inside ->
          drip(response, id, delay, wrapped(inside.code(), inside.errorType()));
      case ModelAnswer.Failure failure -> refuse(response, failure);
      case ModelAnswer.Raw raw ->
          response
              .status(Status.create(raw.status()))
              .header(HeaderNames.CONTENT_TYPE, raw.contentType())
              .send(raw.body());
      case ModelAnswer.HungUp _ -> throw new CloseConnectionException("the script hung up");
    }
  }

  /// Sends 200 at once and white space until the answer is due, as the real gateway does.
  private static void drip(ServerResponse response, String id, Duration delay, JsonNode body)
      throws IOException, InterruptedException {
    response
        .header(HeaderValues.CONTENT_TYPE_JSON)
        .header(HeaderNames.create("X-Generation-Id"), id);
    try (OutputStream out = response.outputStream()) {
      out.write(PADDING);
      out.flush();
      for (Duration left = delay; left.isPositive(); left = left.minus(DRIP)) {
        Thread.sleep(left.compareTo(DRIP) < 0 ? left : DRIP);
        out.write(PADDING);
        out.flush();
      }
      out.write(body.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void refuse(ServerResponse response, ModelAnswer.Failure failure) {
    if (failure.retryAfter() != null) {
      response.header(HeaderNames.RETRY_AFTER, Integer.toString(failure.retryAfter()));
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("error", Completion.error(failure.status(), failure.message(), failure.errorType()));
    send(response, failure.status(), body);
  }

  private static ObjectNode wrapped(int code, String errorType) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("error", Completion.error(code, "Provider returned error", errorType));
    return body;
  }

  private ObjectNode catalogue() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("data");
    for (String slug : models) {
      ObjectNode model = list.addObject().put("id", slug).put("canonical_slug", slug + "-20260507");
      model.put("name", slug).put("created", 1_778_112_000L).put("context_length", 1_048_576);
      model.putObject("pricing").put("prompt", "0.00000025").put("completion", "0.0000015");
      model.putObject("top_provider").put("max_completion_tokens", 65_536);
      var supported = model.putArray("supported_parameters");
      List.of("tools", "tool_choice", "response_format", "structured_outputs", "max_tokens")
          .forEach(supported::add);
    }
    return body;
  }

  private ObjectNode key() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    BigDecimal limit = BigDecimal.valueOf(100);
    body.putObject("data")
        .put("label", "sk-or-v1-sim...001")
        .put("limit", limit)
        .put("limit_remaining", remaining)
        .put("limit_reset", "monthly")
        .put("usage", limit.subtract(remaining))
        .put("is_free_tier", false)
        .put("is_management_key", false);
    return body;
  }

  private static Optional<JsonNode> parse(byte[] bytes) {
    try {
      return Optional.ofNullable(JSON.readTree(bytes)).filter(JsonNode::isObject);
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  private static void send(ServerResponse response, int status, JsonNode body) {
    response
        .status(Status.create(status))
        .header(HeaderValues.CONTENT_TYPE_JSON)
        .send(body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String suffix() {
    String key = Long.toString(count.incrementAndGet());
    return HexFormat.of().toHexDigits(dice.bits("generation", key));
  }
}
