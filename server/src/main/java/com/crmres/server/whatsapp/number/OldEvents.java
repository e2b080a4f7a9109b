package com.crmres.server.whatsapp.number;

import com.crmres.server.database.Database;
import java.time.Clock;
import java.time.Duration;

/// Forgets what WhatsApp told of accounts and numbers long ago.
public final class OldEvents {

  private static final Duration KEPT = Duration.ofDays(90);

  private final Database database;
  private final Clock clock;

  public OldEvents(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public void forget() {
    database.changeSystem(transaction ->
        transaction
            .sql("delete from channel_event where happened_at < :before")
            .with("before", clock.instant().minus(KEPT))
            .update());
  }
}
