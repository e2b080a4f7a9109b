package com.crmres.desktop.queue;

import com.crmres.desktop.connection.DraftKeeper;
import com.crmres.desktop.connection.PositionKeeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder with the queues of everybody who works at this machine.
public final class QueueFolder implements LocalStores {

  private static final Logger log = LoggerFactory.getLogger(QueueFolder.class);

  /// As servers take it.
  private static final int LONGEST = 64;

  private static final String NAMELESS = "desk";

  private final Path folder;
  private final Supplier<UUID> ids;

  public QueueFolder(Path folder, Supplier<UUID> ids) {
    this.folder = folder;
    this.ids = ids;
  }

  /// A queue that cannot be opened keeps nothing, and says so at each command.
  @Override
  public CommandStore of(UUID person, URI server) {
    try {
      OwnerOnly.folder(folder);
      return Journal.open(folder.resolve(person + "-" + mark(server) + ".queue"));
    } catch (IOException e) {
      log.warn("the queue cannot be opened: nothing is kept without network", e);
      return new Closed(e);
    }
  }

  @Override
  public PositionKeeper position(UUID person, URI server, UUID branch) {
    return new PositionFile(
        folder.resolve(person + "-" + mark(server) + "-" + branch + ".position"));
  }

  @Override
  public DraftKeeper drafts(UUID person, URI server) {
    return new DraftFile(folder.resolve(person + "-" + mark(server) + ".drafts"));
  }

  @Override
  public String device() {
    Path file = folder.resolve("device");
    try {
      OwnerOnly.folder(folder);
      if (!Files.exists(file)) {
        OwnerOnly.file(file);
        Files.writeString(file, ids.get().toString());
      }
      String name = Files.readString(file).strip();
      return name.isEmpty() || name.length() > LONGEST ? NAMELESS : name;
    } catch (IOException e) {
      log.warn("this machine has no name", e);
      return NAMELESS;
    }
  }

  /// Two servers of one person have two files.
  private static String mark(URI server) {
    var sum = new CRC32C();
    sum.update(server.toString().getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }

  private record Closed(IOException why) implements CommandStore {

    @Override
    public List<KeptCommand> read() {
      return List.of();
    }

    @Override
    public void keep(KeptCommand command) {
      throw new UncheckedIOException(why);
    }

    @Override
    public void settle(UUID id) {}

    @Override
    public void close() {}
  }
}
