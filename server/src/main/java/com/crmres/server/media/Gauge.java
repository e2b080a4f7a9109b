package com.crmres.server.media;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Counts, hashes and limits the bytes that pass, whatever anybody said about their number, and
/// remembers the first of them.
final class Gauge extends FilterInputStream {

  private static final int HEAD = 16 * 1024;

  private final long most;
  private final MessageDigest sha256 = sha256();
  private final ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
  private long count;

  /// Measures `in`.
  ///
  /// @param most how many bytes may pass
  Gauge(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  /// There are more bytes than may be.
  static final class Overflow extends IOException {
    private Overflow() {
      super("more bytes than may be");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count += read;
      if (count > most) {
        throw new Overflow();
      }
      sha256.update(buffer, offset, read);
      head.write(buffer, offset, Math.min(read, HEAD - head.size()));
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  long count() {
    return count;
  }

  byte[] head() {
    return head.toByteArray();
  }

  /// The hash of what has passed; to be asked for once.
  byte[] hash() {
    return sha256.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
