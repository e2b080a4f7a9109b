package com.crmres.simulator.openrouter;

import com.crmres.simulator.weather.Dice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// OpenRouter on loopback: start it, point the server at [#baseUrl()], script answers or give it a
/// model.
public final class OpenRouterSimulator implements AutoCloseable {

  private static final String ROOT = "/api/v1";

  private final String key;
  private final Conditions conditions = new Conditions();
  private final Completions completions;
  private final Gateway gateway;

  private OpenRouterSimulator(String key, int port, Clock clock, Dice dice) throws IOException {
    this.key = key;
    this.completions = new Completions(conditions, clock, dice);
    this.gateway = Gateway.open(port, this::open);
  }

  /// On any free port.
  public static OpenRouterSimulator start(String key, Behaviour... behaviours) {
    return start(key, 0, Clock.systemUTC(), 1, behaviours);
  }

  /// On this port.
  ///
  /// @param port 0 takes any free port
  public static OpenRouterSimulator start(
      String key, int port, Clock clock, long seed, Behaviour... behaviours) {
    try {
      OpenRouterSimulator simulator = new OpenRouterSimulator(key, port, clock, new Dice(seed));
      simulator.behave(behaviours);
      return simulator;
    } catch (IOException taken) {
      throw new UncheckedIOException("cannot listen on loopback", taken);
    }
  }

  public int port() {
    return gateway.port();
  }

  /// The value for `OPENROUTER_BASE_URL`.
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port() + ROOT);
  }

  /// Changes what it does, from the next request on.
  public void behave(Behaviour... behaviours) {
    for (Behaviour behaviour : behaviours) {
      behaviour.apply(conditions);
    }
  }

  /// The next answers, each given once and in this order, before any standing model is asked.
  public void script(Reply... replies) {
    completions.script(List.of(replies));
  }

  /// Who answers whatever is not scripted.
  public void model(Model standing) {
    completions.model(standing);
  }

  /// Every request for a completion that was JSON and had the key, in the order of arrival.
  public List<Recorded> recorded() {
    return completions.recorded();
  }

  /// The scripted answers that nobody asked for yet.
  public List<Reply> unused() {
    return completions.unused();
  }

  /// Fails if a request came that nothing was scripted for.
  public void verify() {
    int missing = completions.unscripted().size();
    if (missing > 0) {
      throw new IllegalStateException(missing + " requests came that nothing was scripted for");
    }
  }

  /// Stops, and fails if a request came that nothing was scripted for.
  @Override
  public void close() {
    try {
      gateway.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    verify();
  }

  private void open(Exchange exchange) throws IOException, InterruptedException {
    RequestHead head = exchange.head();
    String path = head.target().getPath();
    boolean keyed = head.header("authorization").equals("Bearer " + key);
    String door = head.method() + " " + path.replaceFirst("^" + ROOT, "");
    if (!path.startsWith(ROOT)) {
      refuse(exchange, 404, "not_found", "Not Found");
    } else if (!keyed && !door.equals("GET /models")) {
      refuse(exchange, 401, "authentication", "No auth credentials found");
    } else {
      through(exchange, door);
    }
  }

  private void through(Exchange exchange, String door) throws IOException, InterruptedException {
    switch (door) {
      case "POST /chat/completions" -> complete(exchange);
      case "GET /key" -> exchange.answer(200, conditions.account.key(), Map.of());
      case "GET /credits" -> exchange.answer(200, conditions.account.credits(), Map.of());
      case "GET /models" -> models(exchange);
      case "GET /generation" -> generation(exchange);
      default -> refuse(exchange, 404, "not_found", "Not Found");
    }
  }

  private void complete(Exchange exchange) throws IOException, InterruptedException {
    if (exchange.head().header("content-type").startsWith(Exchange.JSON)) {
      completions.take(exchange);
    } else {
      refuse(exchange, 400, "invalid_request", "Content-Type must be application/json");
    }
  }

  private void models(Exchange exchange) throws IOException {
    String needed = query(exchange, "supported_parameters");
    List<String> parameters = needed.isEmpty() ? List.of() : List.of(needed.split(","));
    exchange.answer(200, conditions.catalogue.listed(parameters), Map.of());
  }

  private void generation(Exchange exchange) throws IOException {
    var found = conditions.account.generation(query(exchange, "id"));
    if (found.isPresent()) {
      exchange.answer(200, found.get(), Map.of());
    } else {
      refuse(exchange, 404, "not_found", "Generation not found");
    }
  }

  private static String query(Exchange exchange, String name) {
    String query = exchange.head().target().getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private static void refuse(Exchange exchange, int status, String type, String message)
      throws IOException {
    exchange.answer(status, Errors.wrapped(Errors.error(status, message, type)), Map.of());
  }
}
