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
import java.util.UUID;
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

  /// For a file; a slow line gets more by its size.
  private static final Duration UPLOAD_LIMIT = Duration.ofSeconds(20);

  private static final int SLOWEST_BYTES_PER_MILLISECOND = 250;

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

  /// Hands a file over (whatsapp-cloud-api.md 5). It takes as long as the line needs, within
  /// limits.
  public GraphAnswer upload(String path, FilePart file, String token) throws InterruptedException {
    String boundary = "crm-res-" + UUID.randomUUID();
    Duration limit = UPLOAD_LIMIT.plusMillis(file.bytes() / SLOWEST_BYTES_PER_MILLISECOND);
    return call(
        request(path, Map.of(), token)
            .timeout(limit)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(multipart(file, boundary))
            .build(),
        limit);
  }

  /// Hands over the bytes of an upload that was begun (whatsapp-cloud-api.md 9.1). This one call
  /// wants its token in another way.
  public GraphAnswer resume(String session, byte[] bytes, String token)
      throws InterruptedException {
    return call(
        request(session, Map.of(), token)
            .setHeader("Authorization", "OAuth " + token)
            .header("file_offset", "0")
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build());
  }

  /// The length is told beforehand: uploads in chunks are refused by some proxies.
  private static HttpRequest.BodyPublisher multipart(FilePart file, String boundary) {
    byte[] head =
        """
        --%1$s\r
        Content-Disposition: form-data; name="messaging_product"\r
        \r
        whatsapp\r
        --%1$s\r
        Content-Disposition: form-data; name="type"\r
        \r
        %2$s\r
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="%3$s"\r
        Content-Type: %2$s\r
        \r
        """
            .formatted(boundary, file.mimeType(), file.fileName())
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
    return HttpRequest.BodyPublishers.fromPublisher(
        HttpRequest.BodyPublishers.concat(
            HttpRequest.BodyPublishers.ofByteArray(head),
            HttpRequest.BodyPublishers.ofInputStream(file.open()),
            HttpRequest.BodyPublishers.ofByteArray(tail)),
        head.length + file.bytes() + tail.length);
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
    return call(request, callLimit);
  }

  private GraphAnswer call(HttpRequest request, Duration limit) throws InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      return read(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
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
