package com.crmres.simulator.cloudapi;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/// One file on the shelf.
final class StoredFile {

  private final String id;
  private final String mimeType;
  private final byte[] bytes;
  private final byte[] sha256;
  private final Instant end;

  StoredFile(String id, String mimeType, byte[] bytes, byte[] sha256, Instant end) {
    this.end = end;
    this.id = id;
    this.mimeType = mimeType;
    this.bytes = bytes;
    this.sha256 = sha256;
  }

  /// Whether it is still there, and not forgotten.
  boolean isKept(Instant now) {
    return now.isBefore(end);
  }

  String id() {
    return id;
  }

  String mimeType() {
    return mimeType;
  }

  byte[] bytes() {
    return bytes;
  }

  /// As the answer about a file writes it.
  String hexHash() {
    return HexFormat.of().formatHex(sha256);
  }

  /// As a webhook writes it.
  String base64Hash() {
    return Base64.getEncoder().encodeToString(sha256);
  }
}
