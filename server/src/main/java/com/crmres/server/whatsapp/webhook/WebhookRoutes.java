package com.crmres.server.whatsapp.webhook;

import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// WhatsApp's path into the house: its verification, and its signed deliveries, which are answered
/// 200 only once they are on disk.
public final class WebhookRoutes implements HttpService {

  private static final HeaderName SIGNATURE = HeaderNames.create("X-Hub-Signature-256");
  private static final int MOST_BYTES = 3 * 1024 * 1024;
  private static final long PAUSE_SECONDS = 2;

  private final Inbox inbox;
  private final Signature signature;
  private final byte[] verifyToken;
  private final Runnable signatureRefused;

  /// Makes the path.
  ///
  /// @param verifyToken what the operator typed into Meta's dashboard
  /// @param signatureRefused told of every delivery that WhatsApp did not sign
  public WebhookRoutes(
      Inbox inbox, Signature signature, String verifyToken, Runnable signatureRefused) {
    this.signatureRefused = signatureRefused;
    this.inbox = inbox;
    this.signature = signature;
    this.verifyToken = verifyToken.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/webhooks/whatsapp", this::verify).post("/webhooks/whatsapp", this::deliver);
  }

  /// The answer to a verification is the bare challenge (whatsapp-cloud-api.md 1.1).
  private void verify(ServerRequest request, ServerResponse response) {
    String mode = parameter(request, "hub.mode");
    String token = parameter(request, "hub.verify_token");
    String challenge = parameter(request, "hub.challenge");
    if (mode == null || token == null || challenge == null) {
      throw new ApiException(ErrorCode.INVALID_INPUT);
    }
    if (!mode.equals("subscribe")
        || !MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), verifyToken)) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    response.header(HeaderValues.CONTENT_TYPE_TEXT_PLAIN).send(challenge);
  }

  private void deliver(ServerRequest request, ServerResponse response) throws InterruptedException {
    byte[] body = body(request);
    if (!signature.fits(body, request.headers().first(SIGNATURE).orElse(null))) {
      signatureRefused.run();
      throw new ApiException(ErrorCode.BAD_SIGNATURE);
    }
    switch (WebhookReader.shape(body)) {
      case BROKEN -> throw new ApiException(ErrorCode.INVALID_INPUT);
      case FOREIGN -> throw new ApiException(ErrorCode.NOT_FOUND);
      case DELIVERY -> keep(body);
    }
    response.status(Status.OK_200).send();
  }

  private void keep(byte[] body) throws InterruptedException {
    if (!inbox.keep(body)) {
      throw ApiException.withRetryAfter(ErrorCode.OVERLOADED, PAUSE_SECONDS);
    }
  }

  /// The exact bytes: whatever is decoded or rewritten first no longer fits the signature.
  private static byte[] body(ServerRequest request) {
    if (request.headers().contentLength().orElse(0) > MOST_BYTES) {
      throw new ApiException(ErrorCode.TOO_LARGE);
    }
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream content = request.content().inputStream()) {
      byte[] body = content.readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        throw new ApiException(ErrorCode.TOO_LARGE);
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException("the body of a delivery broke off", e);
    }
  }

  private static @Nullable String parameter(ServerRequest request, String name) {
    return request.query().first(name).orElse(null);
  }
}
