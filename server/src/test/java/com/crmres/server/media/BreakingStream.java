package com.crmres.server.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Gives what it has, then breaks.
final class BreakingStream extends FilterInputStream {

  BreakingStream(InputStream in) {
    super(in);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read < 0) {
      throw new IOException("broken");
    }
    return read;
  }
}
