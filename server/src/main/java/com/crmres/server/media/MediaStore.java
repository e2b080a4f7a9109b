package com.crmres.server.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/// Where the bytes of files lie: a folder, or an object store. Nothing in it is named by anybody
/// outside.
public interface MediaStore {

  /// Keeps all of `bytes` under `key`, durably and whole or not at all; what was there before is
  /// replaced.
  void put(UUID key, InputStream bytes) throws IOException;

  /// Reads a part of what was kept.
  ///
  /// @param from the first byte wanted
  /// @param length how many bytes at most
  /// @throws java.nio.file.NoSuchFileException if there is nothing under this key
  InputStream open(UUID key, long from, long length) throws IOException;

  /// Whether there is something under this key.
  boolean exists(UUID key);

  /// Removes what is under this key, if anything is.
  void delete(UUID key) throws IOException;
}
