package com.crmres.server.pos.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs a webhook, and tells whether one was signed by whoever shares the secret: HMAC-SHA256 over
/// id, moment and raw body, so that none of the three can be exchanged.
final class Signature {

  static final String ID = "Webhook-Id";
  static final String TIMESTAMP = "Webhook-Timestamp";
  static final String SIGNATURE = "Webhook-Signature";

  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v1=";

  /// Older, or further ahead, is taken for a repetition by somebody who listened.
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final SecretKeySpec key;

  Signature(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /// The value of the header.
  String of(String id, long timestamp, byte[] body) {
    return VERSION + HexFormat.of().formatHex(mac(id, timestamp, body));
  }

  boolean fits(String id, String timestamp, String signature, byte[] body, Instant now) {
    long seconds;
    try {
      seconds = Long.parseLong(timestamp);
    } catch (NumberFormatException _) {
      return false;
    }
    boolean recent = Math.abs(now.getEpochSecond() - seconds) <= WINDOW.toSeconds();
    return recent
        && !id.isEmpty()
        && MessageDigest.isEqual(
            of(id, seconds, body).getBytes(StandardCharsets.UTF_8),
            signature.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] mac(String id, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
