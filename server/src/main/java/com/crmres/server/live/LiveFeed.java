package com.crmres.server.live;

import com.crmres.common.live.LiveEvent;
import com.crmres.server.database.Database;
import com.crmres.server.database.Row;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Reads the event log in the order of positions and hands each event to the listening screens.
///
/// It reads only below the oldest transaction still running (the snapshot's horizon): no earlier
/// event can appear behind what it has read, so none is ever skipped.
public final class LiveFeed {

  private static final int PAGE = 500;

  private static final String EVENTS =
      """
      select transaction_id, id, restaurant_id, branch_id, happened_at, event, epoch
        from live_event, live_epoch
       where (transaction_id, id) > (:transaction, :number)
         and transaction_id < cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)
      """;

  private final Database database;
  private final Duration retention;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final ReentrantLock handingOut = new ReentrantLock();
  private @Nullable Position last;

  /// Who wants to hear.
  interface Listener {
    void hear(LoggedEvent event);
  }

  /// Makes the feed.
  ///
  /// @param retention how far back a screen may resume
  public LiveFeed(Database database, Duration retention) {
    this.database = database;
    this.retention = retention;
  }

  /// Reads what is new and hands it out.
  ///
  /// @return whether there may be more
  public boolean pump() {
    Position from = here();
    List<LoggedEvent> events =
        database.inSystem(transaction ->
            read(transaction.sql(EVENTS + " order by transaction_id, id limit " + PAGE), from));
    handingOut.lock();
    try {
      for (LoggedEvent event : events) {
        listeners.forEach(listener -> listener.hear(event));
        last = event.position();
      }
    } finally {
      handingOut.unlock();
    }
    return events.size() == PAGE;
  }

  /// Where the feed stands: everything up to here has been handed out.
  Position here() {
    handingOut.lock();
    try {
      if (last == null) {
        last = database.inSystem(LiveFeed::newest);
      }
      return last;
    } finally {
      handingOut.unlock();
    }
  }

  /// From the position returned on, the listener hears every event.
  Position attach(Listener listener) {
    handingOut.lock();
    try {
      listeners.add(listener);
      return here();
    } finally {
      handingOut.unlock();
    }
  }

  void detach(Listener listener) {
    listeners.remove(listener);
  }

  int listening() {
    return listeners.size();
  }

  /// A page of what a restaurant's screens heard after `from` and up to `to`.
  List<LoggedEvent> history(UUID restaurantId, Position from, Position to) {
    return database.inRestaurant(
        restaurantId,
        transaction ->
            read(
                transaction
                    .sql(
                        EVENTS
                            + """
                              and restaurant_id = :restaurant
                              and (transaction_id, id) <= (:to_transaction, :to_number)
                            order by transaction_id, id limit
                            """
                            + PAGE)
                    .with("restaurant", restaurantId)
                    .with("to_transaction", to.transaction())
                    .with("to_number", to.number()),
                from));
  }

  /// Whether everything since `position` is still there. Where the feed stands now one can always
  /// resume: nothing has happened since, even if all that happened before is forgotten.
  boolean canResume(Position position) {
    Position now = here();
    return position.epoch().equals(now.epoch())
        && !position.isAfter(now)
        && (position.equals(now) || isKept(position));
  }

  private boolean isKept(Position position) {
    return database.inSystem(transaction ->
        transaction.sql("select forgotten from live_epoch").one(row -> row.number("forgotten"))
            <= position.transaction());
  }

  /// Forgets what is older than the retention.
  public void forgetOld() {
    database.changeSystem(transaction ->
        transaction
            .sql(
                """
                with gone as (
                  delete from live_event
                   where happened_at < now() - make_interval(secs => :seconds)
                  returning transaction_id)
                update live_epoch
                   set forgotten = greatest(forgotten, (select max(transaction_id) + 1 from gone))
                """)
            .with("seconds", retention.toSeconds())
            .update());
  }

  private static Position newest(Transaction transaction) {
    return transaction
        .sql(
            """
            select epoch,
                   coalesce(transaction_id, 0) as transaction_id, coalesce(id, 0) as id
              from live_epoch
              left join lateral (
                select transaction_id, id from live_event
                 where transaction_id < cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)
                 order by transaction_id desc, id desc limit 1) as newest on true
            """)
        .one(
            row -> new Position(row.text("epoch"), row.number("transaction_id"), row.number("id")));
  }

  private static List<LoggedEvent> read(Statement statement, Position from) {
    return statement
        .with("transaction", from.transaction())
        .with("number", from.number())
        .list(LiveFeed::logged);
  }

  private static LoggedEvent logged(Row row) {
    return LoggedEvent.of(
        new Position(row.text("epoch"), row.number("transaction_id"), row.number("id")),
        row.uuid("restaurant_id"),
        row.uuidOrNull("branch_id"),
        row.instant("happened_at"),
        row.json("event", LiveEvent.class));
  }
}
