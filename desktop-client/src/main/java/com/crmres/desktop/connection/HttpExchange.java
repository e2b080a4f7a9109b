package com.crmres.desktop.connection;

import com.crmres.common.wire.ErrorEnvelope;
import com.crmres.common.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One question to the server and its answer, as JSON over HTTP.
final class HttpExchange {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

  private final URI server;
  private final Supplier<String> language;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  HttpExchange(URI server, Supplier<String> language) {
    this.server = server;
    this.language = language;
  }

  URI server() {
    return server;
  }

  <T> T ask(
      String method,
      String path,
      @Nullable Object body,
      @Nullable String token,
      TypeReference<T> type) {
    String answer = tell(method, path, body, token);
    try {
      return Json.MAPPER.readValue(answer, type);
    } catch (JsonProcessingException e) {
      throw ServerFailure.unreachable(e);
    }
  }

  /// Sends and returns the body of a good answer.
  String tell(String method, String path, @Nullable Object body, @Nullable String token) {
    HttpResponse<String> response = send(request(method, path, body, token));
    if (response.statusCode() / 100 == 2) {
      return response.body();
    }
    throw failure(response);
  }

  private HttpRequest request(
      String method, String path, @Nullable Object body, @Nullable String token) {
    String base = server.toString().replaceFirst("/$", "");
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(ANSWER_TIMEOUT)
            .header("Accept", "application/json")
            .header("Accept-Language", language.get())
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body)));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw ServerFailure.unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ServerFailure.unreachable(e);
    }
  }

  private static ServerFailure failure(HttpResponse<String> response) {
    try {
      ErrorEnvelope.Body error = Json.read(response.body(), ErrorEnvelope.class).error();
      return new ServerFailure(ServerFailure.Kind.REFUSED, error.code(), words(error));
    } catch (IllegalArgumentException | NullPointerException e) {
      // Not our server's words: a proxy's page, or nothing at all.
      return ServerFailure.unreachable(e);
    }
  }

  private static String words(ErrorEnvelope.Body error) {
    return error.details().isEmpty()
        ? error.message()
        : error.message() + "\n" + error.details().getFirst().message();
  }
}
