package com.crmres.server.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A kept file that is opened when it is first read, so that a thousand pieces need not be open at
/// once.
final class LazyPiece extends InputStream {

  private final MediaStore store;
  private final UUID key;
  private final long length;
  private @Nullable InputStream opened;

  LazyPiece(MediaStore store, UUID key, long length) {
    this.store = store;
    this.key = key;
    this.length = length;
  }

  @Override
  public int read() throws IOException {
    return opened().read();
  }

  @Override
  public int read(byte[] buffer, int offset, int count) throws IOException {
    return opened().read(buffer, offset, count);
  }

  @Override
  public void close() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }

  private InputStream opened() throws IOException {
    InputStream now = opened;
    if (now == null) {
      now = store.open(key, 0, length);
      opened = now;
    }
    return now;
  }
}
