package com.crmres.server.assistant.openrouter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Names for conversations and customers that mean nothing outside: keyed hashes, so that nobody
/// who knows our ids can tell whose they are.
final class Pseudonyms {

  private static final int LENGTH = 32;

  private final SecretKeySpec key;

  Pseudonyms(String secret) {
    byte[] bytes = ("openrouter pseudonyms " + secret).getBytes(StandardCharsets.UTF_8);
    key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /// Keeps a conversation with one provider, so that what it kept of the prompt serves again.
  String session(UUID conversationId) {
    return "s-" + hash("session " + conversationId);
  }

  /// Tells customers apart, so that one who is blocked does not block all.
  String user(UUID conversationId) {
    return "u-" + hash("user " + conversationId);
  }

  private String hash(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
