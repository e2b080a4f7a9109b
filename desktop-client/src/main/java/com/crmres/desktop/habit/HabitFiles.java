package com.crmres.desktop.habit;

import com.crmres.common.wire.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One small file for each person. It is written beside its place and moved there when it is on the
/// disk, so that a loss of power leaves the old one or the new one and never a half.
public final class HabitFiles implements HabitKeeper {

  private static final Logger log = LoggerFactory.getLogger(HabitFiles.class);

  private final Path folder;

  public HabitFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public synchronized Habits read(String whose) {
    Path file = file(whose);
    if (!Files.exists(file)) {
      return Habits.NONE;
    }
    try {
      return Json.read(Files.readString(file), Habits.class);
    } catch (IOException | IllegalArgumentException e) {
      log.warn("what was remembered cannot be read: it is set aside", e);
      setAside(file);
      return Habits.NONE;
    }
  }

  private void setAside(Path file) {
    try {
      Files.move(
          file,
          folder.resolve(file.getFileName() + ".broken"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("a broken file could not be set aside", e);
    }
  }

  @Override
  public synchronized void write(String whose, Habits habits) {
    Path file = file(whose);
    try {
      Files.createDirectories(folder);
      Path fresh = folder.resolve(file.getFileName() + ".new");
      writeThrough(fresh, Json.write(habits));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("what shall be remembered cannot be written", e);
    }
  }

  private static void writeThrough(Path file, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        var _ = channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private Path file(String whose) {
    return folder.resolve(whose + ".json");
  }
}
