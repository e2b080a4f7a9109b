package com.crmres.desktop.queue;

import com.crmres.common.wire.Json;
import com.crmres.desktop.connection.DraftKeeper;
import com.crmres.desktop.connection.KeptDraft;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was written and not sent, in a file that is always whole: a new one takes its place.
final class DraftFile implements DraftKeeper {

  private static final Logger log = LoggerFactory.getLogger(DraftFile.class);

  private final Path file;

  private record Content(List<KeptDraft> drafts) {}

  DraftFile(Path file) {
    this.file = file;
  }

  /// A file that cannot be read is set aside for whoever can.
  @Override
  public synchronized List<KeptDraft> read() {
    try {
      return Files.exists(file)
          ? Json.read(Files.readString(file), Content.class).drafts()
          : List.of();
    } catch (IOException | IllegalArgumentException e) {
      log.warn("what was written before cannot be read ({})", e.getClass().getSimpleName());
      setAside();
      return List.of();
    }
  }

  private void setAside() {
    try {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".broken"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("the file of drafts cannot be set aside", e);
    }
  }

  @Override
  public synchronized void write(List<KeptDraft> drafts) {
    try {
      OwnerOnly.folder(file.toAbsolutePath().resolveSibling(""));
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      OwnerOnly.file(fresh);
      writeToDisk(fresh, Json.write(new Content(drafts)));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      OwnerOnly.sync(file);
    } catch (IOException e) {
      log.warn("what is being written cannot be kept", e);
    }
  }

  private static void writeToDisk(Path place, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(place, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (rest.hasRemaining()) {
        var _ = channel.write(rest);
      }
      channel.force(true);
    }
  }
}
