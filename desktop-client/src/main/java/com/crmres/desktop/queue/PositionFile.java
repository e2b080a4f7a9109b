package com.crmres.desktop.queue;

import com.crmres.desktop.connection.PositionKeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A position in a file. It is worth no failure: without it a screen reads its lists, and only does
/// not hear what had happened meanwhile.
final class PositionFile implements PositionKeeper {

  private static final Logger log = LoggerFactory.getLogger(PositionFile.class);

  /// Nobody wants to be told what happened before his last shift.
  private static final Duration GOOD_FOR = Duration.ofHours(10);

  private final Path file;

  PositionFile(Path file) {
    this.file = file;
  }

  @Override
  public @Nullable String read() {
    try {
      if (!Files.exists(file) || age().compareTo(GOOD_FOR) > 0) {
        return null;
      }
      String position = Files.readString(file).strip();
      return position.isEmpty() ? null : position;
    } catch (IOException e) {
      log.warn("the last position cannot be read", e);
      return null;
    }
  }

  /// By the clock that wrote it: that of the disk.
  private Duration age() throws IOException {
    return Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now());
  }

  @Override
  public void write(String position) {
    try {
      OwnerOnly.folder(file.toAbsolutePath().resolveSibling(""));
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      OwnerOnly.file(fresh);
      Files.writeString(fresh, position);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("the last position cannot be kept", e);
    }
  }
}
