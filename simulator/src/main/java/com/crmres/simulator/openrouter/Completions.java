package com.crmres.simulator.openrouter;

import com.crmres.simulator.weather.Dice;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// `POST /chat/completions`: who answers a request, or why nobody does.
final class Completions {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Conditions conditions;
  private final Clock clock;
  private final Dice dice;
  private final Signatures signatures = new Signatures();
  private final AtomicLong count = new AtomicLong();
  private final List<Recorded> recorded = new CopyOnWriteArrayList<>();
  private final List<Recorded> unscripted = new CopyOnWriteArrayList<>();
  private final Queue<Reply> script = new ConcurrentLinkedQueue<>();
  private volatile Optional<Model> model = Optional.empty();

  Completions(Conditions conditions, Clock clock, Dice dice) {
    this.conditions = conditions;
    this.clock = clock;
    this.dice = dice;
  }

  void script(List<Reply> replies) {
    script.addAll(replies);
  }

  void model(Model standing) {
    model = Optional.of(standing);
  }

  List<Recorded> recorded() {
    return List.copyOf(recorded);
  }

  List<Recorded> unscripted() {
    return List.copyOf(unscripted);
  }

  List<Reply> unused() {
    return List.copyOf(script);
  }

  void take(Exchange exchange) throws IOException, InterruptedException {
    Optional<JsonNode> body = parse(exchange);
    if (body.isEmpty()) {
      refuse(exchange, "Invalid JSON");
      return;
    }
    Map<String, String> headers = new TreeMap<>(exchange.head().headers());
    headers.remove("authorization");
    recorded.add(new Recorded(clock.instant(), headers, body.get()));
    Optional<String> fault = RequestRules.fault(body.get());
    if (fault.isPresent()) {
      refuse(exchange, fault.get());
    } else {
      route(exchange, recorded.getLast());
    }
  }

  /// Finds the first of the wished models that runs and can do what is asked.
  private void route(Exchange exchange, Recorded asked) throws IOException, InterruptedException {
    JsonNode request = asked.body();
    List<ModelCard> cards =
        Catalogue.wished(request).stream().flatMap(slug -> conditions.card(slug).stream()).toList();
    if (cards.size() < Catalogue.wished(request).size()) {
      deliver(exchange, request, ModelCard.USUAL.getFirst(), unknown(request));
      return;
    }
    List<ModelCard> able = cards.stream().filter(card -> isAble(card, request)).toList();
    Optional<ModelCard> serving =
        able.stream().filter(card -> !conditions.down.contains(card.slug())).findFirst();
    Reply reply =
        serving
            .map(card -> reply(card, asked))
            .orElseGet(() ->
                able.isEmpty()
                    ? Reply.unavailable(404, "constraint_filtered")
                    : Reply.unavailable(429, "capacity_exhausted").retryAfter(40));
    deliver(exchange, request, serving.orElse(cards.getFirst()), reply);
  }

  private Reply reply(ModelCard card, Recorded asked) {
    if (conditions.outage.isPresent()) {
      return conditions.outage.get();
    }
    if (conditions.account.isEmpty()) {
      String message = "Insufficient credits. Add more using https://openrouter.ai/credits";
      return new Reply.Failure(402, "payment_required", message, null);
    }
    return signatures
        .fault(asked.body(), conditions.family(card))
        .<Reply>map(fault -> new Reply.Failure(400, "invalid_request", fault, null))
        .orElseGet(() -> scripted(asked));
  }

  /// An answer that a test forgot to write must not look like a fault of the client.
  private Reply scripted(Recorded asked) {
    Reply next = script.poll();
    if (next != null) {
      return next;
    }
    if (model.isPresent()) {
      return model.get().reply(asked.body());
    }
    unscripted.add(asked);
    return new Reply.Failure(500, "unmapped", "Nothing is scripted for this request", null);
  }

  private void deliver(Exchange exchange, JsonNode request, ModelCard card, Reply reply)
      throws IOException, InterruptedException {
    String number = Long.toString(count.incrementAndGet());
    String id =
        "gen-"
            + clock.instant().getEpochSecond()
            + "-"
            + HexFormat.of().toHexDigits(dice.bits("generation", number));
    long spread = conditions.latencyTo.minus(conditions.latencyFrom).toMillis();
    Duration delay = conditions.latencyFrom.plusMillis(dice.upTo(spread, "latency", number));
    new Delivery(exchange, request, card, conditions, signatures, clock, id, delay).bring(reply);
  }

  private static boolean isAble(ModelCard card, JsonNode request) {
    return (request.path("tools").isEmpty() || card.parameters().contains("tools"))
        && (request.path("response_format").isMissingNode()
            || card.parameters().contains("response_format"));
  }

  private Reply unknown(JsonNode request) {
    String slug =
        Catalogue.wished(request).stream()
            .filter(wished -> conditions.card(wished).isEmpty())
            .findFirst()
            .orElse("");
    return new Reply.Failure(400, "invalid_request", slug + " is not a valid model ID", null);
  }

  private static void refuse(Exchange exchange, String fault) throws IOException {
    exchange.answer(400, Errors.wrapped(Errors.error(400, fault, "invalid_request")), Map.of());
  }

  private static Optional<JsonNode> parse(Exchange exchange) {
    try {
      return Optional.ofNullable(JSON.readTree(exchange.body())).filter(JsonNode::isObject);
    } catch (IOException broken) {
      return Optional.empty();
    }
  }
}
