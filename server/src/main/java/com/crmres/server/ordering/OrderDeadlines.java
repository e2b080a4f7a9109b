package com.crmres.server.ordering;

import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Keeps by when a branch must have answered an order.
final class OrderDeadlines {

  /// An order whose time is over.
  record Overdue(UUID restaurantId, UUID orderId) {}

  void set(Transaction transaction, UUID restaurantId, UUID orderId, Instant expiresAt) {
    transaction
        .sql(
            """
            insert into order_deadline (restaurant_id, order_id, expires_at)
            values (:restaurant, :order, :expires)
            on conflict (restaurant_id, order_id) do update set expires_at = excluded.expires_at
            """)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .with("expires", expiresAt)
        .update();
  }

  void lift(Transaction transaction, UUID restaurantId, UUID orderId) {
    transaction
        .sql("delete from order_deadline where restaurant_id = :restaurant and order_id = :order")
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .update();
  }

  /// Of all restaurants; needs a transaction of the system.
  List<Overdue> overdue(Transaction transaction, Instant now, int limit) {
    return transaction
        .sql(
            """
            select restaurant_id, order_id from order_deadline
             where expires_at <= :now order by expires_at limit :limit
            """)
        .with("now", now)
        .with("limit", limit)
        .list(row -> new Overdue(row.uuid("restaurant_id"), row.uuid("order_id")));
  }
}
