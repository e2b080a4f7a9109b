package com.crmres.server.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The way to the running server's admin port.
public final class AdminPort {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);
  private static final List<String> EVERYWHERE = List.of("0.0.0.0", "::");

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .build();

  public AdminPort(URI base) {
    this.base = base;
  }

  /// Where the server of this environment listens for its administrator.
  public static AdminPort of(Map<String, String> environment) {
    String host = environment.getOrDefault("CRM_ADMIN_HOST", "127.0.0.1");
    String port = environment.getOrDefault("CRM_ADMIN_PORT", "8081");
    return new AdminPort(
        URI.create("http://" + (EVERYWHERE.contains(host) ? "127.0.0.1" : host) + ":" + port));
  }

  URI base() {
    return base;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER_LIMIT);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
