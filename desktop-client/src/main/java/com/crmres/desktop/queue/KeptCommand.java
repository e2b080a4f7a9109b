package com.crmres.desktop.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something a person did without network, as it is kept until the server has it.
///
/// @param id of the command: the same id twice is one command
/// @param at when it was done, by the server's clock as last heard
/// @param sent whether it may have reached the server, and only the answer was lost
/// @param held why a person must decide about it; null while it waits for the network
public record KeptCommand(UUID id, Instant at, boolean sent, Deed deed, @Nullable Hold held) {

  KeptCommand held(Hold why) {
    return new KeptCommand(id, at, sent, deed, why);
  }

  /// Wanted once more, as if it had been said now.
  KeptCommand released(Instant now) {
    return new KeptCommand(id, now, sent, deed, null);
  }

  boolean waits() {
    return held == null;
  }
}
