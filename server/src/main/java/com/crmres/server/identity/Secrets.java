package com.crmres.server.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// Makes what nobody may guess.
public final class Secrets {

  /// Without letters and digits that look alike: people type it from a screen.
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int GROUP_LENGTH = 5;
  private static final int TOKEN_BYTES = 32;

  private final RandomGenerator random;

  /// Makes secrets.
  ///
  /// @param random a `SecureRandom`, but for tests
  public Secrets(RandomGenerator random) {
    this.random = random;
  }

  /// A password for a person, about 99 bits, for example `k3mfp-…`.
  public String readable() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
      if (i > 0 && i % GROUP_LENGTH == 0) {
        text.append('-');
      }
      text.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    return text.toString();
  }

  /// A token for a program, 256 bits.
  String token() {
    return text(bytes(TOKEN_BYTES));
  }

  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  static String text(byte[] token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
