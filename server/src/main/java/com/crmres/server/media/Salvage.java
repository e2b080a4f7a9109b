package com.crmres.server.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that ends where it broke, so that what came before is not lost.
final class Salvage extends FilterInputStream {

  private boolean broken;

  Salvage(InputStream in) {
    super(in);
  }

  boolean isBroken() {
    return broken;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /// The web server tells a lost line by exceptions of several kinds, checked and not.
  @Override
  public int read(byte[] buffer, int offset, int length) {
    if (broken) {
      return -1;
    }
    try {
      return super.read(buffer, offset, length);
    } catch (IOException | RuntimeException _) {
      broken = true;
      return -1;
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
