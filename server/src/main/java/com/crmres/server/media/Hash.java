package com.crmres.server.media;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/// Compares a SHA-256 with how others write it: hex or base64 (whatsapp-cloud-api.md 5).
public final class Hash {

  private static final int HEX_LENGTH = 64;

  private Hash() {}

  /// Whether `written` is this hash; what cannot be read is not.
  public static boolean matches(String written, byte[] hash) {
    try {
      String text = written.strip();
      byte[] read =
          text.length() == HEX_LENGTH
              ? HexFormat.of().parseHex(text)
              : Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
      return MessageDigest.isEqual(read, hash);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
