package com.crmres.server.whatsapp.media;

import com.crmres.common.wire.Json;
import com.crmres.server.media.SampleFiles;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A Graph API with its files on loopback, that does whatever the test wrote down for a path, good
/// or evil.
final class MediaHost implements AutoCloseable {

  /// What it does with a request.
  @FunctionalInterface
  interface Act {
    void answer(HttpExchange exchange) throws IOException;
  }

  /// What it was asked.
  record Asked(String method, String path, @Nullable String token, @Nullable String agent) {}

  private final Map<String, Act> acts = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  MediaHost() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::handle);
    server.setExecutor(executor);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Does this with every request for the path.
  void on(String path, Act act) {
    acts.put(path, act);
  }

  /// Has a file: the Graph API names its address, where it lies.
  void has(String id, byte[] file, String mime) {
    describe(id, url() + "/files/" + id, file);
    on("/files/" + id, exchange -> send(exchange, 200, mime, file));
  }

  /// The Graph API says where a file lies, and what it is.
  void describe(String id, String address, byte[] file) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("messaging_product", "whatsapp");
    answer.put("url", address);
    answer.put("sha256", SampleFiles.hex(file));
    answer.put("file_size", Integer.toString(file.length));
    answer.put("id", id);
    on("/v26.0/" + id, exchange -> json(exchange, 200, answer));
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  List<String> paths() {
    return asked.stream().map(Asked::path).toList();
  }

  static Act refuse(int status, int code) {
    return exchange ->
        json(exchange, status, Map.of("error", Map.of("code", code, "message", "no thanks")));
  }

  static Act redirect(String target) {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", target);
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
    };
  }

  static Act status(int status) {
    return exchange -> {
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    };
  }

  static Act file(String mime, byte[] file) {
    return exchange -> send(exchange, 200, mime, file);
  }

  /// Says a length and sends other bytes.
  static Act lyingLength(long said, byte[] file) {
    return exchange -> {
      exchange.sendResponseHeaders(200, said);
      exchange.getResponseBody().write(file);
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  /// Sends bytes until nobody takes them any more.
  static void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] block = new byte[64 * 1024];
    try (OutputStream out = exchange.getResponseBody()) {
      while (true) {
        out.write(block);
      }
    }
  }

  /// Sends a byte and then nothing, for ever.
  static void stall(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 1000);
    exchange.getResponseBody().write('x');
    exchange.getResponseBody().flush();
  }

  static void json(HttpExchange exchange, int status, Object body) throws IOException {
    send(exchange, status, "application/json", Json.write(body).getBytes(StandardCharsets.UTF_8));
  }

  static void send(HttpExchange exchange, int status, String mime, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", mime);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            path,
            exchange.getRequestHeaders().getFirst("Authorization"),
            exchange.getRequestHeaders().getFirst("User-Agent")));
    acts.getOrDefault(path, status(404)).answer(exchange);
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
