package com.crmres.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// A business that keeps every webhook it answered 200; it can refuse, stop and come back.
public final class ListeningBusiness implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger toRefuse = new AtomicInteger();
  private HttpServer server;

  /// One delivery.
  ///
  /// @param signature the header; `at` is on the scale of [System#nanoTime()]
  public record Heard(String body, String signature, JsonNode json, long at) {

    public byte[] bytes() {
      return body.getBytes(StandardCharsets.US_ASCII);
    }
  }

  public ListeningBusiness() {
    server = listen(0);
  }

  public URI webhook() {
    return URI.create("http://127.0.0.1:" + port() + "/v1/webhooks/whatsapp");
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public List<Heard> heard() {
    return List.copyOf(heard);
  }

  public int refusals() {
    return refusals.get();
  }

  public void refuse(int count) {
    toRefuse.set(count);
  }

  public void stop() {
    server.stop(0);
  }

  public void comeBack(int port) {
    server = listen(port);
  }

  /// Every element of `messages[]` (or `statuses[]`) in the order in which they were heard.
  public List<JsonNode> elements(String list) {
    List<JsonNode> elements = new ArrayList<>();
    for (Heard delivery : heard) {
      for (JsonNode entry : delivery.json().path("entry")) {
        for (JsonNode change : entry.path("changes")) {
          change.path("value").path(list).forEach(elements::add);
        }
      }
    }
    return elements;
  }

  public List<String> texts() {
    return elements("messages").stream()
        .map(message -> message.path("text").path("body").asText())
        .toList();
  }

  public static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + 30_000_000_000L;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the condition did not come true in thirty seconds");
      }
      Thread.sleep(5);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private HttpServer listen(int port) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      HttpServer started = HttpServer.create(address, 256);
      started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      started.createContext("/v1/webhooks/whatsapp", this::take);
      started.start();
      return started;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestMethod().equals("GET")) {
        byte[] challenge = "1158201444".getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, challenge.length);
        exchange.getResponseBody().write(challenge);
      } else if (toRefuse.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        refusals.incrementAndGet();
        exchange.sendResponseHeaders(503, -1);
      } else {
        String signature = exchange.getRequestHeaders().getFirst("X-Hub-Signature-256");
        String text = new String(body, StandardCharsets.US_ASCII);
        heard.add(new Heard(text, signature, JSON.readTree(body), System.nanoTime()));
        exchange.sendResponseHeaders(200, -1);
      }
    }
  }
}
