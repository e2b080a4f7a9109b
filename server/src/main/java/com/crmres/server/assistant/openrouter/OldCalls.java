package com.crmres.server.assistant.openrouter;

import com.crmres.server.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Forgets single calls to language models after a while; what each day cost stays.
public final class OldCalls {

  static final Duration KEPT = Duration.ofDays(90);

  private final Database database;
  private final Clock clock;

  public OldCalls(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Each restaurant's behind its own wall: nobody else sees calls, not even the house itself.
  public void forget() {
    Instant before = clock.instant().minus(KEPT);
    List<UUID> restaurants =
        database.inSystem(transaction ->
            transaction
                .sql("select restaurant_id from restaurant")
                .list(row -> row.uuid("restaurant_id")));
    for (UUID restaurantId : restaurants) {
      database.changeRestaurant(
          restaurantId,
          transaction ->
              transaction
                  .sql(
                      """
                      delete from model_call
                       where restaurant_id = :restaurant and called_at < :before
                      """)
                  .with("restaurant", restaurantId)
                  .with("before", before)
                  .update());
    }
  }
}
