package com.crmres.desktop.queue;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The kept commands of one person at one server, in a journal of what was kept and what settled.
final class Journal implements CommandStore {

  private static final Logger log = LoggerFactory.getLogger(Journal.class);

  /// A file of settled commands is emptied beyond this.
  private static final long LARGE = 64 * 1024;

  private final JournalFile file;
  private final Map<UUID, KeptCommand> kept = new LinkedHashMap<>();

  /// Whether there are lines that only a newer program understands.
  private boolean strange;

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Kept.class, name = "kept"),
    @JsonSubTypes.Type(value = Entry.Settled.class, name = "settled")
  })
  private sealed interface Entry {
    record Kept(KeptCommand command) implements Entry {}

    record Settled(UUID id) implements Entry {}
  }

  private Journal(JournalFile file) {
    this.file = file;
    file.found().forEach(this::recall);
  }

  static Journal open(Path place) throws IOException {
    return new Journal(JournalFile.open(place));
  }

  /// A newer program may have kept what this one does not know: it is left for that one.
  private void recall(String line) {
    try {
      switch (Json.read(line, Entry.class)) {
        case Entry.Kept(KeptCommand command) -> kept.put(command.id(), command);
        case Entry.Settled(UUID id) -> kept.remove(id);
      }
    } catch (IllegalArgumentException e) {
      log.warn("a kept command of a newer program is left alone");
      strange = true;
    }
  }

  @Override
  public synchronized List<KeptCommand> read() {
    return List.copyOf(kept.values());
  }

  @Override
  public synchronized void keep(KeptCommand command) {
    append(new Entry.Kept(command));
    kept.put(command.id(), command);
  }

  @Override
  public synchronized void settle(UUID id) {
    if (!kept.containsKey(id)) {
      return;
    }
    append(new Entry.Settled(id));
    kept.remove(id);
    if (kept.isEmpty() && !strange && file.length() > LARGE) {
      empty();
    }
  }

  private void append(Entry entry) {
    try {
      file.append(Json.write(entry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void empty() {
    try {
      file.clear();
    } catch (IOException e) {
      // A long file of settled commands says the same as a short one.
      log.warn("the queue's file could not be emptied", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
