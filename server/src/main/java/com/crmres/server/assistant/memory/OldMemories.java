package com.crmres.server.assistant.memory;

import com.crmres.server.database.Database;
import java.time.Clock;

/// Forgets what has been remembered long enough: preferences after their time, summaries after
/// seven days of silence.
public final class OldMemories {

  private final Database database;
  private final Clock clock;

  public OldMemories(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public void forget() {
    database.changeSystem(transaction -> {
      transaction
          .sql("delete from preference where until < :now")
          .with("now", clock.instant())
          .update();
      transaction
          .sql(
              """
              update assistant_memory set summary = null, summarised_at = null
               where summary is not null and summarised_at < :before
              """)
          .with("before", clock.instant().minus(Recall.KEPT))
          .update();
    });
  }
}
