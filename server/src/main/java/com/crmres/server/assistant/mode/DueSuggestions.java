package com.crmres.server.assistant.mode;

import com.crmres.server.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Sends the answers that nobody stopped in the time there was to stop them.
public final class DueSuggestions {

  /// Longer than sending one may take.
  private static final Duration LEASE = Duration.ofSeconds(10);

  private final Database database;
  private final Decisions decisions;
  private final Clock clock;
  private final SuggestionStore store = new SuggestionStore();

  public DueSuggestions(Database database, Decisions decisions, Clock clock) {
    this.database = database;
    this.decisions = decisions;
    this.clock = clock;
  }

  /// Sends the one that has been due longest.
  ///
  /// @return whether there was one
  public boolean sendNext() {
    Instant now = clock.instant();
    Optional<SuggestionStore.Due> due =
        database.inSystem(transaction -> store.take(transaction, now, now.plus(LEASE)));
    due.ifPresent(taken ->
        database.changeRestaurant(
            taken.restaurantId(),
            transaction -> decisions.goOut(transaction, taken.restaurantId(), taken.id())));
    return due.isPresent();
  }
}
