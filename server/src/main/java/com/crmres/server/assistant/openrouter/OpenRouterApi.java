package com.crmres.server.assistant.openrouter;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Carries requests to OpenRouter under one deadline that covers headers and body alike: it sends
/// the headers early and drips whitespace until the model is done, so that no limit of the HTTP
/// client's own would ever strike (assistant.md 2.3). It follows no redirect: a key goes to no
/// other host.
final class OpenRouterApi {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
  private static final Duration LOOKUP_LIMIT = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 2 * 1024 * 1024;
  private static final int MOST_CATALOGUE_BYTES = 16 * 1024 * 1024;

  private final String base;
  private final String key;
  private final AnswerReader reader;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_LIMIT)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  OpenRouterApi(URI base, String key, AnswerReader reader, Clock clock) {
    this.base = base.toString().replaceAll("/+$", "") + "/";
    this.key = key;
    this.reader = reader;
    this.clock = clock;
  }

  /// Asks for a completion.
  ///
  /// @param strictClaude whether a header is needed lest Claude lose the strictness of our tools
  Outcome complete(String body, boolean strictClaude, Deadline deadline) {
    HttpRequest.Builder request =
        request("chat/completions")
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (strictClaude) {
      request.header("x-anthropic-beta", "structured-outputs-2025-11-13");
    }
    return call(request.build(), deadline);
  }

  /// Asks for something about the account or the catalogue; empty if there was no good answer.
  Optional<JsonNode> look(String path) {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(
            request(path).GET().build(),
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofString(), MOST_CATALOGUE_BYTES));
    try {
      HttpResponse<String> response = answer.get(LOOKUP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      return response.statusCode() == 200
          ? Optional.of(Json.read(response.body(), JsonNode.class).path("data"))
          : Optional.empty();
    } catch (TimeoutException | ExecutionException | IllegalArgumentException _) {
      answer.cancel(true);
      return Optional.empty();
    } catch (InterruptedException _) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + key)
        .header("X-OpenRouter-Title", "CRM-RES");
  }

  private Outcome call(HttpRequest request, Deadline deadline) {
    AtomicBoolean begun = new AtomicBoolean();
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(
                info -> {
                  begun.set(true);
                  return HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8);
                },
                MOST_BYTES));
    try {
      return read(answer.get(deadline.left().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      answer.cancel(true);
      return Outcome.Failure.of(Kind.TIMEOUT, "no answer within the turn's time").billedPerhaps();
    } catch (ExecutionException e) {
      return broken(e.getCause(), begun.get());
    } catch (InterruptedException _) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return Outcome.Failure.of(Kind.CANCELLED, "the server is stopping").billedPerhaps();
    }
  }

  private Outcome read(HttpResponse<String> response) {
    return reader.read(
        response.statusCode(),
        response.body(),
        response.headers().firstValue("Retry-After").map(this::wait).orElse(null),
        response.headers().firstValue("X-Generation-Id").orElse(null));
  }

  /// Once headers have come, the same request may have been worked on: it is not sent twice.
  private static Outcome broken(@Nullable Throwable failure, boolean begun) {
    String name = failure == null ? "unknown" : failure.getClass().getSimpleName();
    boolean sent =
        !(failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException);
    Outcome.Failure lost =
        new Outcome.Failure(
            Kind.PROVIDER,
            0,
            null,
            null,
            failure instanceof IOException && !begun,
            sent,
            Usage.NONE,
            "the connection failed: " + name);
    return lost;
  }

  private @Nullable Duration wait(String told) {
    if (told.matches("\\d{1,6}")) {
      return Duration.ofSeconds(Long.parseLong(told));
    }
    try {
      ZonedDateTime until = ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration left = Duration.between(clock.instant(), until);
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeException _) {
      return null;
    }
  }
}
