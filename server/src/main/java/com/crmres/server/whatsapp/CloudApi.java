package com.crmres.server.whatsapp;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.wire.Json;
import com.crmres.server.customer.Customers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// WhatsApp's Graph API: hands over one message and says what is known of it (whatsapp-cloud-api.md
/// 4).
public final class CloudApi {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  /// All of a call, shorter than a sender's lease; the client's own limit ends with the headers.
  private static final Duration CALL_LIMIT = Duration.ofSeconds(12);

  private final String base;
  private final String accessToken;
  private final Duration callLimit;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  /// Makes the client.
  ///
  /// @param graphUrl without version, for example `https://graph.facebook.com`
  /// @param version for example `v24.0`
  public CloudApi(URI graphUrl, String version, String accessToken) {
    this(graphUrl, version, accessToken, CALL_LIMIT);
  }

  CloudApi(URI graphUrl, String version, String accessToken, Duration callLimit) {
    this.callLimit = callLimit;
    this.base = graphUrl.toString().replaceAll("/+$", "") + "/" + version + "/";
    this.accessToken = accessToken;
  }

  /// Hands a message over.
  ///
  /// @param messageId our id; it comes back with every status
  SendResult send(
      String phoneNumberId, Customers.Address to, UUID messageId, MessageContent content)
      throws InterruptedException {
    ObjectNode body = MessageWriter.write(to, messageId, content);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + phoneNumberId + "/messages"))
            .timeout(ANSWER_LIMIT)
            .header("Authorization", "Bearer " + accessToken)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
            .build();
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      return read(answer.get(callLimit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new SendResult.InDoubt(e.getClass().getSimpleName());
    } catch (ExecutionException e) {
      return unanswered(e.getCause());
    }
  }

  private static SendResult unanswered(@Nullable Throwable failure) {
    String name = failure == null ? "unknown" : failure.getClass().getSimpleName();
    return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException
        ? new SendResult.NotSent(name)
        : new SendResult.InDoubt(name);
  }

  private static SendResult read(HttpResponse<String> response) {
    JsonNode answer;
    try {
      answer = Json.read(response.body(), JsonNode.class);
    } catch (IllegalArgumentException _) {
      return new SendResult.InDoubt("HTTP " + response.statusCode() + " without JSON");
    }
    String wamid = answer.path("messages").path(0).path("id").asText("");
    if (response.statusCode() == 200 && !wamid.isEmpty()) {
      return new SendResult.Accepted(wamid);
    }
    JsonNode error = answer.path("error");
    return error.path("code").canConvertToInt()
        ? new SendResult.Refused(error.path("code").asInt(), details(error))
        : new SendResult.InDoubt("HTTP " + response.statusCode());
  }

  private static String details(JsonNode error) {
    String details = error.path("error_data").path("details").asText("");
    return details.isEmpty() ? error.path("message").asText("") : details;
  }
}
