package com.crmres.desktop.connection;

import com.crmres.common.wire.ErrorEnvelope;
import com.crmres.common.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
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

  /// An error envelope is far shorter.
  private static final int LONGEST_REFUSAL = 64 * 1024;

  private final URI server;
  private final Supplier<String> language;
  private final Duration patience;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  /// @param patience how long an answer is waited for
  HttpExchange(URI server, Supplier<String> language, Duration patience) {
    this.server = server;
    this.language = language;
    this.patience = patience;
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
      return Wire.MAPPER.readValue(answer, type);
    } catch (JsonProcessingException e) {
      throw ServerFailure.unreachable(e);
    }
  }

  /// Sends and returns the body of a good answer.
  String tell(String method, String path, @Nullable Object body, @Nullable String token) {
    HttpRequest.Builder request = request(path, token).header("Accept", "application/json");
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(Json.write(body)));
    }
    return answer(request.build());
  }

  /// Sends a request made elsewhere and returns the body of a good answer.
  String answer(HttpRequest request) {
    HttpResponse<String> response = send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() / 100 == 2) {
      return response.body();
    }
    throw failure(response.body());
  }

  /// The bytes of a good answer as they arrive; the caller closes them.
  HttpResponse<InputStream> open(HttpRequest request) {
    HttpResponse<InputStream> response = send(request, BodyHandlers.ofInputStream());
    if (response.statusCode() / 100 == 2) {
      return response;
    }
    try (InputStream body = response.body()) {
      throw failure(new String(body.readNBytes(LONGEST_REFUSAL), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw ServerFailure.unreachable(e);
    }
  }

  /// A request in the person's language, still without method and body.
  HttpRequest.Builder request(String path, @Nullable String token) {
    String base = server.toString().replaceFirst("/$", "");
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(patience)
            .header("Accept-Language", language.get());
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request, body);
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw ServerFailure.notSent(e);
    } catch (IOException e) {
      throw ServerFailure.unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ServerFailure.unreachable(e);
    }
  }

  private static ServerFailure failure(String answer) {
    try {
      ErrorEnvelope.Body error = Json.read(answer, ErrorEnvelope.class).error();
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
