package com.crmres.server.kitchen.book;

import com.crmres.server.database.Transaction;
import com.crmres.server.kitchen.ticket.Head;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Keeps when the kitchen must look at an order by itself.
public final class DueStore {

  /// An order whose time has come.
  public record Due(UUID restaurantId, UUID orderId) {}

  /// Looks at it when it is to be given out; not before, and not at all if it need not wait.
  void plan(Transaction transaction, UUID restaurantId, Head head) {
    if (head.fireAt() == null) {
      lift(transaction, restaurantId, head.orderId());
    } else {
      at(transaction, restaurantId, head.orderId(), head.fireAt());
    }
  }

  public void at(Transaction transaction, UUID restaurantId, UUID orderId, Instant moment) {
    transaction
        .sql(
            """
            insert into kitchen_due (restaurant_id, order_id, due_at) values (:restaurant, :order, :at)
            on conflict (restaurant_id, order_id) do update set due_at = excluded.due_at
            """)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .with("at", moment)
        .update();
  }

  public void lift(Transaction transaction, UUID restaurantId, UUID orderId) {
    transaction
        .sql("delete from kitchen_due where restaurant_id = :restaurant and order_id = :order")
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .update();
  }

  /// Of all restaurants; needs a transaction of the system.
  public List<Due> due(Transaction transaction, Instant now, int limit) {
    return transaction
        .sql(
            """
            select restaurant_id, order_id from kitchen_due
             where due_at <= :now order by due_at limit :limit
            """)
        .with("now", now)
        .with("limit", limit)
        .list(row -> new Due(row.uuid("restaurant_id"), row.uuid("order_id")));
  }
}
