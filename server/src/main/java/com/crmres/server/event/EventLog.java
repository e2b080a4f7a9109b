package com.crmres.server.event;

import com.crmres.common.live.LiveEvent;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes down what open screens will be told, in the transaction in which it happens.
public final class EventLog {

  private final Clock clock;
  private final Runnable wakeUp;

  /// Makes the log.
  ///
  /// @param wakeUp tells the live channel, after commit, that there is something new
  public EventLog(Clock clock, Runnable wakeUp) {
    this.clock = clock;
    this.wakeUp = wakeUp;
  }

  /// The clock by which things happen.
  public Clock clock() {
    return clock;
  }

  /// Appends an event.
  ///
  /// @param branchId the branch whose screens hear it; null means every branch
  public void append(
      Transaction transaction, UUID restaurantId, @Nullable UUID branchId, LiveEvent event) {
    transaction
        .sql(
            """
            insert into live_event (restaurant_id, branch_id, happened_at, event)
            values (:restaurant, :branch, :at, :event)
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("at", clock.instant())
        .with("event", Json.write(event))
        .update();
    transaction.afterCommit(wakeUp);
  }
}
