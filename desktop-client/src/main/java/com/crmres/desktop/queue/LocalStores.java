package com.crmres.desktop.queue;

import com.crmres.desktop.connection.DraftKeeper;
import com.crmres.desktop.connection.PositionKeeper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What is kept on this machine, for each person and server.
public interface LocalStores {

  /// Forgets when the program ends.
  LocalStores IN_MEMORY =
      new LocalStores() {
        @Override
        public CommandStore of(UUID person, URI server) {
          return new InMemory();
        }

        @Override
        public PositionKeeper position(UUID person, URI server, UUID branch) {
          return PositionKeeper.FORGETFUL;
        }

        @Override
        public DraftKeeper drafts(UUID person, URI server) {
          return DraftKeeper.FORGETFUL;
        }

        @Override
        public String device() {
          return "desk";
        }
      };

  CommandStore of(UUID person, URI server);

  /// The last position of live events that a person's screen saw of a branch.
  PositionKeeper position(UUID person, URI server, UUID branch);

  /// What a person wrote and did not send.
  DraftKeeper drafts(UUID person, URI server);

  /// The name by which servers know this machine, the same from one start to the next.
  String device();

  /// Kept as long as the program runs.
  final class InMemory implements CommandStore {

    private final List<KeptCommand> kept = new ArrayList<>();

    @Override
    public synchronized List<KeptCommand> read() {
      return List.copyOf(kept);
    }

    @Override
    public synchronized void keep(KeptCommand command) {
      int at = kept.stream().map(KeptCommand::id).toList().indexOf(command.id());
      if (at >= 0) {
        kept.set(at, command);
      } else {
        kept.add(command);
      }
    }

    @Override
    public synchronized void settle(UUID id) {
      kept.removeIf(command -> command.id().equals(id));
    }

    @Override
    public void close() {}
  }
}
