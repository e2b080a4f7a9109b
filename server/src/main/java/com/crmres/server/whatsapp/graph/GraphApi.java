package com.crmres.server.whatsapp.graph;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// WhatsApp's Graph API: carries one request to it and says what is known of it. It never follows a
/// redirect, so a token goes to no other host.
public final class GraphApi {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  /// All of a call, shorter than a sender's lease; the client's own limit ends with the headers.
  private static final Duration CALL_LIMIT = Duration.ofSeconds(12);

  private final String base;
  private final Duration callLimit;
  private final @Nullable String proofSecret;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  /// Makes the client.
  ///
  /// @param graphUrl without version, for example `https://graph.facebook.com`
  /// @param version for example `v26.0`
  public GraphApi(URI graphUrl, String version) {
    this(graphUrl, version, CALL_LIMIT);
  }

  /// Makes a client that proves with each call that it knows the app's secret
  /// (whatsapp-cloud-api.md 10, `appsecret_proof`).
  ///
  /// @param proofSecret the app secret; null for no proof
  public GraphApi(URI graphUrl, String version, @Nullable String proofSecret) {
    this(graphUrl, version, CALL_LIMIT, proofSecret);
  }

  /// Makes a client of another patience.
  ///
  /// @param callLimit how long a call may take from its beginning to its end
  public GraphApi(URI graphUrl, String version, Duration callLimit) {
    this(graphUrl, version, callLimit, null);
  }

  private GraphApi(URI graphUrl, String version, Duration callLimit, @Nullable String proofSecret) {
    this.proofSecret = proofSecret;
    this.base = graphUrl.toString().replaceAll("/+$", "") + "/" + version + "/";
    this.callLimit = callLimit;
  }

  /// Asks for something.
  ///
  /// @param path behind the version, for example `109876543210987`
  public GraphAnswer get(String path, Map<String, String> query, String token)
      throws InterruptedException {
    return call(request(path, query, token).GET().build());
  }

  /// Changes something.
  public GraphAnswer post(String path, JsonNode body, String token) throws InterruptedException {
    return call(
        request(path, Map.of(), token)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
            .build());
  }

  /// Removes something.
  public GraphAnswer delete(String path, Map<String, String> query, String token)
      throws InterruptedException {
    return call(request(path, query, token).DELETE().build());
  }

  private HttpRequest.Builder request(String path, Map<String, String> query, String token) {
    Map<String, String> all = new TreeMap<>(query);
    if (proofSecret != null) {
      all.put("appsecret_proof", proof(proofSecret, token));
    }
    String asked =
        all.entrySet().stream()
            .map(pair -> pair.getKey() + "=" + escaped(pair.getValue()))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(URI.create(base + path + (asked.isEmpty() ? "" : "?" + asked)))
        .timeout(ANSWER_LIMIT)
        .header("Authorization", "Bearer " + token);
  }

  private static String proof(String secret, String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static String escaped(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private GraphAnswer call(HttpRequest request) throws InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      return read(answer.get(callLimit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new GraphAnswer.InDoubt(e.getClass().getSimpleName());
    } catch (ExecutionException e) {
      return unanswered(e.getCause());
    }
  }

  private static GraphAnswer unanswered(@Nullable Throwable failure) {
    String name = failure == null ? "unknown" : failure.getClass().getSimpleName();
    return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException
        ? new GraphAnswer.NotSent(name)
        : new GraphAnswer.InDoubt(name);
  }

  private static GraphAnswer read(HttpResponse<String> response) {
    JsonNode answer;
    try {
      answer = Json.read(response.body(), JsonNode.class);
    } catch (IllegalArgumentException _) {
      return new GraphAnswer.InDoubt("HTTP " + response.statusCode() + " without JSON");
    }
    JsonNode error = answer.path("error");
    if (error.path("code").canConvertToInt()) {
      return refused(error, response.statusCode());
    }
    return response.statusCode() == 200
        ? new GraphAnswer.Done(answer)
        : new GraphAnswer.InDoubt("HTTP " + response.statusCode());
  }

  private static GraphAnswer.Refused refused(JsonNode error, int status) {
    return new GraphAnswer.Refused(
        error.path("code").asInt(),
        error.path("error_subcode").canConvertToInt() ? error.path("error_subcode").asInt() : null,
        details(error),
        error.path("fbtrace_id").asText(null),
        status >= 500 || error.path("is_transient").asBoolean(false));
  }

  /// `error_data` may be missing, and was once a text.
  private static String details(JsonNode error) {
    String details = error.path("error_data").path("details").asText("");
    return details.isEmpty() ? error.path("message").asText("") : details;
  }
}
