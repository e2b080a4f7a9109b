package com.crmres.server.pos;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Carries one request to a till and says what is known of it: one limit for all of a call, no
/// redirects, so that a secret goes to no other host.
public final class Caller {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
  private static final long LONGEST_PAUSE_SECONDS = 600;
  private static final int MOST_CHARACTERS = 8 * 1024 * 1024;

  private final Addresses addresses;
  private final Duration limit;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  /// Makes a caller.
  ///
  /// @param limit of a call from its beginning to its end; shorter than half a lease
  public Caller(Addresses addresses, Duration limit) {
    this.addresses = addresses;
    this.limit = limit;
  }

  /// Whether nothing may be changed by asking twice; decides what a broken answer means.
  public enum Effect {
    CHANGES,
    ONLY_ASKS
  }

  /// Sends a request and reads JSON.
  public PosAnswer<JsonNode> call(HttpRequest request, Effect effect) throws InterruptedException {
    if (!addresses.isAllowed(request.uri())) {
      return new PosAnswer.NotSent<>("the address is not allowed");
    }
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      return read(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS), effect);
    } catch (TimeoutException _) {
      answer.cancel(true);
      return broken("no answer in " + limit.toMillis() + " ms", effect);
    } catch (ExecutionException e) {
      return unanswered(e.getCause(), effect);
    }
  }

  private static PosAnswer<JsonNode> unanswered(@Nullable Throwable failure, Effect effect) {
    String name = failure == null ? "unknown" : failure.getClass().getSimpleName();
    return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException
        ? new PosAnswer.NotSent<>(name)
        : broken(name, effect);
  }

  private static PosAnswer<JsonNode> broken(String reason, Effect effect) {
    return effect == Effect.CHANGES
        ? new PosAnswer.InDoubt<>(reason)
        : new PosAnswer.NotSent<>(reason);
  }

  private static PosAnswer<JsonNode> read(HttpResponse<String> response, Effect effect) {
    int status = response.statusCode();
    if (status == 429 || status == 503) {
      return new PosAnswer.Refused<>("HTTP " + status, true, pause(response));
    }
    if (status >= 500) {
      // A till that breaks down in the middle of its work may have done it.
      return broken("HTTP " + status, effect);
    }
    if (status >= 300) {
      boolean passing = status == 401 || status == 403 || status == 408 || status == 409;
      return new PosAnswer.Refused<>("HTTP " + status, passing, null);
    }
    return content(response.body(), effect);
  }

  private static PosAnswer<JsonNode> content(String body, Effect effect) {
    if (body.length() > MOST_CHARACTERS) {
      return broken("an answer of " + body.length() + " characters", effect);
    }
    try {
      return new PosAnswer.Done<>(Json.read(body.isBlank() ? "{}" : body, JsonNode.class));
    } catch (IllegalArgumentException _) {
      return broken("an answer that is no JSON", effect);
    }
  }

  private static @Nullable Duration pause(HttpResponse<?> response) {
    String text = response.headers().firstValue("Retry-After").orElse("");
    try {
      return Duration.ofSeconds(Math.clamp(Long.parseLong(text.strip()), 1, LONGEST_PAUSE_SECONDS));
    } catch (NumberFormatException _) {
      return null;
    }
  }
}
