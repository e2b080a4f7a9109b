package com.crmres.server.assistant.openrouter;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// An OpenRouter on loopback that answers what the test wrote down for it; what was not written
/// down is a 500 that no test expects.
public final class ScriptedRouter implements AutoCloseable {

  static final String PADDING = "\n         \n\n         \n";

  /// What it does with a request.
  @FunctionalInterface
  public interface Act {
    void answer(HttpExchange exchange) throws IOException;
  }

  /// What it was asked.
  public record Heard(String text, Headers headers) {
    JsonNode body() {
      return Json.read(text, JsonNode.class);
    }
  }

  private final Queue<Act> script = new ConcurrentLinkedQueue<>();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final Map<String, Act> lookups = new ConcurrentHashMap<>();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final HttpServer server;

  public ScriptedRouter() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/api/v1/", this::handle);
    server.setExecutor(executor);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1");
  }

  public void script(Act... acts) {
    script.addAll(List.of(acts));
  }

  void lookup(String path, Act act) {
    lookups.put(path, act);
  }

  public List<Heard> heard() {
    return List.copyOf(heard);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/api/v1/".length());
    if (exchange.getRequestMethod().equals("GET")) {
      lookups.getOrDefault(path, status(404, "{}")).answer(exchange);
      return;
    }
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    heard.add(new Heard(text, exchange.getRequestHeaders()));
    Act act = script.poll();
    (act == null ? status(500, "{\"error\":{\"code\":500,\"message\":\"unscripted\"}}") : act)
        .answer(exchange);
  }

  /// A tool call of a scripted answer.
  static String call(String name, Object arguments) {
    String text = arguments instanceof String raw ? raw : Json.write(arguments);
    return "{\"type\":\"function\",\"index\":0,\"id\":\"tool_%s\",\"function\":{\"name\":\"%s\",\"arguments\":%s}}"
        .formatted(name, name, Json.write(text));
  }

  static String judged(String intent) {
    return call("judge_turn", Map.of("intent", intent, "sentiment", "neutral", "dialect", "sa"));
  }

  /// A message with signatures, as thinking models send it.
  static String message(String... calls) {
    return "{\"role\":\"assistant\",\"content\":null,\"refusal\":null,  \"tool_calls\":["
        + String.join(",", calls)
        + "],\"reasoning_details\":[{\"type\":\"reasoning.encrypted\",\"data\":\"EjQKMgEM\\u004fdb\\/=\",\"format\":\"google-gemini-v1\",\"id\":\"tool_x\",\"index\":0}]}";
  }

  static String words(String text) {
    return "{\"role\":\"assistant\",\"content\":" + Json.write(text) + "}";
  }

  static String body(String message, String finish) {
    return "{\"id\":\"gen-1\",\"object\":\"chat.completion\",\"created\":1777319828,\"model\":\"google/gemini-3.1-flash-lite-20260507\","
        + "\"provider\":\"Google\",\"choices\":[{\"index\":0,\"logprobs\":null,\"finish_reason\":"
        + (finish.isEmpty() ? "null" : "\"" + finish + "\"")
        + ",\"native_finish_reason\":\"STOP\",\"message\":"
        + message
        + "}],\"usage\":{\"prompt_tokens\":161,\"completion_tokens\":32,\"total_tokens\":193,\"cost\":0.00008825,"
        + "\"prompt_tokens_details\":{\"cached_tokens\":100},\"completion_tokens_details\":{\"reasoning_tokens\":0}}}";
  }

  public static Act calls(String... calls) {
    return text(PADDING + body(message(calls), "tool_calls"));
  }

  static Act says(String words) {
    return text(PADDING + body(words(words), "stop"));
  }

  static Act text(String body) {
    return status(200, body);
  }

  static Act status(int status, String body, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    };
  }

  static Act error(int status, String type) {
    return status(
        status,
        "{\"error\":{\"code\":%d,\"message\":\"no\",\"metadata\":{\"error_type\":\"%s\"}}}"
            .formatted(status, type));
  }

  /// Headers at once, then whitespace until it is closed: what a read limit never notices.
  Act drips() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      try {
        do {
          out.write("\n         \n".getBytes(StandardCharsets.UTF_8));
          out.flush();
        } while (!closing.await(50, TimeUnit.MILLISECONDS));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /// Does it, but not before this.
  Act after(Duration wait, Act act) {
    return exchange -> {
      try {
        closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      act.answer(exchange);
    };
  }

  /// Closes the connection without a word.
  static Act resets() {
    return HttpExchange::close;
  }

  /// Breaks off in the middle of the body.
  static Act breaksOff() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 1_000);
      exchange.getResponseBody().write(PADDING.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  List<String> roles(int request) {
    List<String> roles = new ArrayList<>();
    heard.get(request).body().path("messages").forEach(one -> roles.add(one.path("role").asText()));
    return roles;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    executor.shutdownNow();
  }
}
