package com.crmres.server.whatsapp.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Tells whether a delivery was signed by WhatsApp: HMAC-SHA256 of the raw bytes with the app's
/// secret, the present one or the one before (whatsapp-cloud-api.md 1.2).
public final class Signature {

  private static final String PREFIX = "sha256=";
  private static final int HEX_LENGTH = 64;
  private static final String ALGORITHM = "HmacSHA256";

  private final List<SecretKeySpec> keys;

  /// Makes the check.
  ///
  /// @param secrets the present secret first, then those still accepted
  public Signature(List<String> secrets) {
    this.keys =
        secrets.stream()
            .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
            .map(bytes -> new SecretKeySpec(bytes, ALGORITHM))
            .toList();
  }

  /// Whether `header`, the value of `X-Hub-Signature-256`, fits the body.
  boolean fits(byte[] body, @Nullable String header) {
    if (header == null
        || !header.startsWith(PREFIX)
        || header.length() != PREFIX.length() + HEX_LENGTH) {
      return false;
    }
    byte[] claimed;
    try {
      claimed = HexFormat.of().parseHex(header, PREFIX.length(), header.length());
    } catch (IllegalArgumentException _) {
      return false;
    }
    boolean fits = false;
    for (SecretKeySpec key : keys) {
      fits |= MessageDigest.isEqual(sign(key, body), claimed);
    }
    return fits;
  }

  private static byte[] sign(SecretKeySpec key, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
