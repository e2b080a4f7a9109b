package com.crmres.server.assistant.evaluation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/// The part of a suite that a case belongs to: by what it is, not by anybody's choice.
enum Split {
  TRAIN,
  DEV,
  TEST;

  private static final int PARTS = 10;
  private static final int TRAIN_PARTS = 6;
  private static final int DEV_PARTS = 8;

  /// By the first byte of the SHA-256 of a case's id, or of a labelled text.
  static Split of(String key) {
    int part = (sha256(key)[0] & 0xFF) % PARTS;
    if (part < TRAIN_PARTS) {
      return TRAIN;
    }
    return part < DEV_PARTS ? DEV : TEST;
  }

  /// Where a case stands: the folder decides, and where no folder says it, the key does.
  static Split of(Path file, String key) {
    for (Path part : file) {
      for (Split split : values()) {
        if (part.toString().equals(split.folder())) {
          return split;
        }
      }
    }
    return of(key);
  }

  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
