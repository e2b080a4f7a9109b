package com.crmres.simulator.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs the exact bytes of a delivery with the app secret.
public final class Signature {

  public static final String HEADER = "X-Hub-Signature-256";

  private final Mac prototype;

  public Signature(String appSecret) {
    try {
      prototype = Mac.getInstance("HmacSHA256");
      prototype.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    } catch (GeneralSecurityException unavailable) {
      throw new IllegalStateException("this Java cannot sign with HMAC-SHA256", unavailable);
    }
  }

  /// The value of the header for this body.
  public String of(byte[] body) {
    try {
      // A Mac serves one thread; a clone of a prepared one is cheaper than preparing another.
      Mac mac = (Mac) prototype.clone();
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (CloneNotSupportedException unavailable) {
      throw new IllegalStateException("this Java cannot copy a prepared Mac", unavailable);
    }
  }
}
