package com.crmres.server.http;

import com.crmres.common.wire.ErrorEnvelope;
import com.crmres.common.wire.Json;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A real server on a free port with our errors and the routes of one test, and a client for it.
public final class RunningServer implements AutoCloseable {

  /// What the listener takes at most here, so that a test need not send megabytes.
  public static final int LISTENER_LIMIT = 128 * 1024;

  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  public RunningServer(
      Clock clock, Predicate<Throwable> passing, Consumer<HttpRouting.Builder> routes) {
    this(clock, passing, LISTENER_LIMIT, routes);
  }

  /// A server whose listener takes bodies of up to `mostBytes`.
  public RunningServer(
      Clock clock,
      Predicate<Throwable> passing,
      long mostBytes,
      Consumer<HttpRouting.Builder> routes) {
    HttpErrors errors = new HttpErrors(clock, () -> "r-1", passing);
    HttpRouting.Builder routing = HttpRouting.builder();
    errors.register(routing);
    routes.accept(routing);
    this.server =
        WebServer.builder()
            .port(0)
            .maxPayloadSize(mostBytes)
            .directHandlers(errors.directHandlers())
            .routing(routing)
            .build()
            .start();
  }

  public int port() {
    return server.port();
  }

  /// Sends a request with an optional JSON body.
  public Answer send(
      String method, String path, @Nullable String body, UnaryOperator<HttpRequest.Builder> more)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return new Answer(client.send(more.apply(request).build(), BodyHandlers.ofString()));
  }

  public Answer send(String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    return send(method, path, body, request -> request);
  }

  @Override
  public void close() {
    client.close();
    server.stop();
  }

  /// What the server answered.
  public record Answer(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public <T> T as(Class<T> type) {
      return Json.read(response.body(), type);
    }

    public ErrorEnvelope.Body error() {
      return as(ErrorEnvelope.class).error();
    }
  }
}
