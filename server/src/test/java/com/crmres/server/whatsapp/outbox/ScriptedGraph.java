package com.crmres.server.whatsapp.outbox;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/// A Graph API on loopback that answers what the test wrote down for it, and else accepts.
public final class ScriptedGraph implements AutoCloseable {

  /// What it does with a request.
  @FunctionalInterface
  public interface Act {
    void answer(Heard request, HttpExchange exchange) throws IOException;
  }

  /// What it was asked to send.
  public record Heard(String to, String text, String callbackData, int number, JsonNode body) {
    public String wamid() {
      return "wamid.out." + number;
    }
  }

  private final Queue<Act> script = new ConcurrentLinkedQueue<>();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final List<URI> lookups = new CopyOnWriteArrayList<>();
  private volatile Function<URI, Object> answers = _ -> Map.of("id", "1");
  private volatile Predicate<String> tokens = _ -> true;

  public ScriptedGraph(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    server.createContext("/", this::handle);
    server.setExecutor(executor);
    server.start();
  }

  /// What it does with the next requests, one after the other.
  public void script(Act... acts) {
    script.addAll(List.of(acts));
  }

  /// What it answers when it is asked for something.
  public void answerLookups(Function<URI, Object> answer) {
    answers = answer;
  }

  /// Which tokens it takes; others are refused with 190.
  public void acceptTokens(Predicate<String> accepted) {
    tokens = accepted;
  }

  /// What it was asked for.
  public List<URI> lookups() {
    return List.copyOf(lookups);
  }

  public List<Heard> heard() {
    return List.copyOf(heard);
  }

  public List<String> texts() {
    return heard.stream().map(Heard::text).toList();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  public static void accept(Heard request, HttpExchange exchange) throws IOException {
    answer(exchange, 200, Map.of("messages", List.of(Map.of("id", request.wamid()))));
  }

  /// Takes the message, and calls its reader by another number.
  static Act acceptAs(String waId) {
    return (request, exchange) ->
        answer(
            exchange,
            200,
            Map.of(
                "contacts", List.of(Map.of("input", request.to(), "wa_id", waId)),
                "messages", List.of(Map.of("id", request.wamid()))));
  }

  public static Act refuse(int code) {
    return (_, exchange) -> answer(exchange, 400, error(code));
  }

  /// Refuses with a status of HTTP that says more than the code.
  public static Act refuse(int code, int status) {
    return (_, exchange) -> answer(exchange, status, error(code));
  }

  private static Map<String, Object> error(int code) {
    return Map.of("error", Map.of("code", code, "error_data", Map.of("details", "no thanks")));
  }

  /// Takes the message, and the answer is lost.
  public static void loseAnswer(Heard request, HttpExchange exchange) {
    exchange.close();
  }

  /// Takes the message and never comes to the end of its answer.
  public static void stall(Heard request, HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 1_000);
    exchange.getResponseBody().write('{');
    exchange.getResponseBody().flush();
  }

  public static void answerInHtml(Heard request, HttpExchange exchange) throws IOException {
    byte[] body = "<html>502</html>".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(502, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    boolean known = tokens.test(authorization.substring("Bearer ".length()));
    if (exchange.getRequestMethod().equals("GET")) {
      lookups.add(exchange.getRequestURI());
      answer(
          exchange,
          known ? 200 : 401,
          known ? answers.apply(exchange.getRequestURI()) : error(190));
      return;
    }
    if (!known) {
      answer(exchange, 401, error(190));
      return;
    }
    JsonNode body =
        Json.read(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            JsonNode.class);
    Heard request;
    Act act;
    synchronized (this) {
      request =
          new Heard(
              body.path("to").asText(),
              body.path("text").path("body").asText(),
              body.path("biz_opaque_callback_data").asText(),
              heard.size() + 1,
              body);
      heard.add(request);
      act = script.poll();
    }
    if (act == null) {
      accept(request, exchange);
    } else {
      act.answer(request, exchange);
    }
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] json = Json.write(body).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, json.length);
    exchange.getResponseBody().write(json);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
