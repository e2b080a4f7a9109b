package com.crmres.simulator.demo;

import com.crmres.common.identity.Session;
import com.crmres.common.identity.SignInRequest;
import com.crmres.common.wire.Json;
import com.crmres.common.wire.Page;
import com.fasterxml.jackson.databind.JavaType;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A signed-in member of staff who uses the server's REST interface.
final class StaffDesk {

  private static final int UNAUTHORISED = 401;

  private final URI server;
  private final SignInRequest credentials;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private volatile @Nullable Session session;

  StaffDesk(URI server, String email, String password) {
    this.server = server;
    this.credentials = new SignInRequest(email, password);
  }

  URI server() {
    return server;
  }

  Session signIn() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/v1/auth/sign-in"))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(credentials)))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    Session signedIn = Json.read(checked(answer, "/v1/auth/sign-in"), Session.class);
    session = signedIn;
    return signedIn;
  }

  <T> T get(String path, Class<T> type) throws IOException, InterruptedException {
    return Json.read(call(path, null), type);
  }

  /// Every item of a list, part by part.
  ///
  /// @param parameter what the place to go on from is called in the query
  <T> List<T> all(String path, String parameter, Class<T> type)
      throws IOException, InterruptedException {
    JavaType pageType = Json.MAPPER.getTypeFactory().constructParametricType(Page.class, type);
    List<T> items = new ArrayList<>();
    String query = path;
    while (true) {
      Page<T> page = Json.MAPPER.readValue(call(query, null), pageType);
      items.addAll(page.items());
      String next = page.next();
      if (next == null) {
        return items;
      }
      query = path + (path.contains("?") ? "&" : "?") + parameter + "=" + encoded(next);
    }
  }

  <T> T post(String path, @Nullable Object body, Class<T> type)
      throws IOException, InterruptedException {
    return Json.read(call(path, body == null ? "" : Json.write(body)), type);
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// A session that has run out is renewed once by signing in again.
  private String call(String path, @Nullable String body) throws IOException, InterruptedException {
    Session current = session;
    HttpResponse<String> answer = send(current == null ? signIn() : current, path, body);
    if (answer.statusCode() == UNAUTHORISED) {
      answer = send(signIn(), path, body);
    }
    return checked(answer, path);
  }

  private HttpResponse<String> send(Session with, String path, @Nullable String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + with.accessToken())
            .header("Accept-Language", "en");
    if (body == null) {
      request.GET();
    } else {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String checked(HttpResponse<String> answer, String path) throws ServerRefused {
    if (answer.statusCode() / 100 != 2) {
      throw new ServerRefused(answer.statusCode(), path, answer.body());
    }
    return answer.body();
  }
}
