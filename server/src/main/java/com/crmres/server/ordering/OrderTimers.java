package com.crmres.server.ordering;

import com.crmres.common.ordering.AlarmRung;
import com.crmres.common.wire.WireName;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps what the clock asks of orders: each at most once of a kind, taken by one node only.
final class OrderTimers {

  /// What is done when the time has come.
  enum Kind implements WireName {
    /// The order calls for an answer.
    ALARM,
    /// The kitchen gets a scheduled order.
    FIRE,
    /// What was ready for so long has been collected.
    COMPLETE,
    /// Nobody decided about a cancellation.
    CANCEL_LATE
  }

  /// A time that was set.
  ///
  /// @param rung of an alarm: the one that comes next
  record Timer(UUID orderId, Kind kind, @Nullable AlarmRung rung, Instant dueAt) {}

  /// A time that has come.
  record Due(UUID restaurantId, Timer timer) {}

  /// Sets a time; one of the same kind is replaced.
  void set(Transaction transaction, UUID restaurantId, Timer timer) {
    transaction
        .sql(
            """
            insert into order_timer (restaurant_id, order_id, kind, rung, due_at)
            values (:restaurant, :order, :kind, :rung, :due)
            on conflict (restaurant_id, order_id, kind) do update set rung = excluded.rung, due_at = excluded.due_at
            """)
        .with("restaurant", restaurantId)
        .with("order", timer.orderId())
        .with("kind", timer.kind())
        .with("rung", timer.rung())
        .with("due", timer.dueAt())
        .update();
  }

  /// Nothing of the kind is to be done any more.
  void lift(Transaction transaction, UUID restaurantId, UUID orderId, Kind kind) {
    transaction
        .sql(
            """
            delete from order_timer
             where restaurant_id = :restaurant and order_id = :order and kind = :kind
            """)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .with("kind", kind)
        .update();
  }

  /// Of what follows from where an order stands, nothing is to be done any more.
  void liftOfState(Transaction transaction, UUID restaurantId, UUID orderId) {
    transaction
        .sql(
            """
            delete from order_timer
             where restaurant_id = :restaurant and order_id = :order and kind <> 'alarm'
            """)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .update();
  }

  /// Takes a time in the transaction that does what it asks for; whoever comes second finds none.
  boolean take(Transaction transaction, Due due) {
    return transaction
            .sql(
                """
                delete from order_timer
                 where restaurant_id = :restaurant and order_id = :order and kind = :kind and due_at = :due
                """)
            .with("restaurant", due.restaurantId())
            .with("order", due.timer().orderId())
            .with("kind", due.timer().kind())
            .with("due", due.timer().dueAt())
            .update()
        == 1;
  }

  /// Puts off what failed, so that it keeps nothing else waiting.
  void putOff(Transaction transaction, Due due, Instant until) {
    transaction
        .sql(
            """
            update order_timer set due_at = :until
             where restaurant_id = :restaurant and order_id = :order and kind = :kind and due_at = :due
            """)
        .with("restaurant", due.restaurantId())
        .with("order", due.timer().orderId())
        .with("kind", due.timer().kind())
        .with("due", due.timer().dueAt())
        .with("until", until)
        .update();
  }

  /// Of all restaurants; needs a transaction of the system.
  List<Due> due(Transaction transaction, Instant now, int limit) {
    return transaction
        .sql("select * from order_timer where due_at <= :now order by due_at limit :limit")
        .with("now", now)
        .with("limit", limit)
        .list(row ->
            new Due(
                row.uuid("restaurant_id"),
                new Timer(
                    row.uuid("order_id"),
                    row.named("kind", Kind.class),
                    row.namedOrNull("rung", AlarmRung.class),
                    row.instant("due_at"))));
  }
}
