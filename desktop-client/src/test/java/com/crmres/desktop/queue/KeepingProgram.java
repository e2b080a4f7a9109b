package com.crmres.desktop.queue;

import com.crmres.common.conversation.ReplyRequest;
import com.crmres.desktop.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/// Keeps commands until it is killed, and says each once it is kept.
final class KeepingProgram {

  private KeepingProgram() {}

  static void main(String[] arguments) throws IOException {
    try (Journal journal = Journal.open(Path.of(arguments[0]))) {
      for (int i = 0; i < 100_000; i++) {
        UUID id = UUID.randomUUID();
        var words = new ReplyRequest(id, "words ".repeat(i % 50 + 1));
        journal.keep(
            new KeptCommand(
                id, World.NOW, false, new Deed.Reply(World.id("conversation"), words), null));
        IO.println(id);
      }
    }
  }
}
