package com.crmres.server.payment.moyasar;

import com.crmres.common.wire.Json;
import com.crmres.server.payment.ProviderAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Carries one request to Moyasar and says what is known of it. It follows no redirect, so a key
/// goes to no other host.
final class MoyasarHttp {

  /// All of a call. Three of them, which a refund takes, are shorter than a caller's lease.
  static final Duration CALL_LIMIT = Duration.ofSeconds(15);

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  private final String base;
  private final Duration callLimit;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  MoyasarHttp(URI base, Duration callLimit) {
    this.base = base.toString().replaceAll("/+$", "");
    this.callLimit = callLimit;
  }

  /// What came back.
  sealed interface Answer {

    /// It did what was asked.
    record Done(JsonNode body) implements Answer {}

    /// It did not, or nobody knows.
    record Failed(ProviderAnswer answer) implements Answer {}
  }

  Answer get(String key, String path) throws InterruptedException {
    return call(request(key, path).GET().build());
  }

  Answer post(String key, String path, String body) throws InterruptedException {
    return call(json(key, path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  Answer put(String key, String path, String body) throws InterruptedException {
    return call(json(key, path).PUT(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  private HttpRequest.Builder json(String key, String path) {
    return request(key, path).header("Content-Type", "application/json; charset=utf-8");
  }

  /// The key is the user; there is no password.
  private HttpRequest.Builder request(String key, String path) {
    String user = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Basic " + user)
        .header("Accept", "application/json");
  }

  private Answer call(HttpRequest request) throws InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      return read(answer.get(callLimit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      answer.cancel(true);
      return doubt("no answer in time");
    } catch (ExecutionException e) {
      return unanswered(e.getCause());
    }
  }

  private static Answer unanswered(@Nullable Throwable failure) {
    String name = failure == null ? "unknown" : failure.getClass().getSimpleName();
    boolean neverSent =
        failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
    return neverSent ? new Answer.Failed(new ProviderAnswer.Refused(name, true)) : doubt(name);
  }

  private static Answer read(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status >= 500) {
      return doubt("HTTP " + status);
    }
    if (status >= 400) {
      boolean passing = status == 429 || status == 408;
      return new Answer.Failed(
          new ProviderAnswer.Refused("HTTP " + status + " " + type(response.body()), passing));
    }
    try {
      return new Answer.Done(Json.read(response.body(), JsonNode.class));
    } catch (IllegalArgumentException _) {
      return doubt("HTTP " + status + " without JSON");
    }
  }

  /// The kind of the error; its words may quote a customer.
  private static String type(String body) {
    try {
      return Json.read(body, JsonNode.class).path("type").asText("").replaceAll("[^a-z_]", "");
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private static Answer doubt(String reason) {
    return new Answer.Failed(new ProviderAnswer.InDoubt(reason));
  }
}
