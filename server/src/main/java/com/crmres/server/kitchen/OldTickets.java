package com.crmres.server.kitchen;

import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Forgets what the kitchen no longer needs: names, notes and allergies of customers stand on its
/// tickets.
public final class OldTickets {

  private static final Duration KEPT = Duration.ofDays(30);
  private static final List<String> TABLES =
      List.of("kitchen_waste", "kitchen_line", "kitchen_ticket", "kitchen_due", "kitchen_command");

  private final Database database;
  private final Clock clock;

  public OldTickets(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public void forget() {
    List<UUID> restaurants =
        database.inSystem(transaction ->
            transaction
                .sql("select restaurant_id from restaurant")
                .list(row -> row.uuid("restaurant_id")));
    restaurants.forEach(id -> database.changeRestaurant(id, tx -> forget(tx, id)));
  }

  private void forget(Transaction transaction, UUID restaurantId) {
    TABLES.forEach(table -> delete(transaction, restaurantId, table));
    delete(transaction, restaurantId, "kitchen_order");
  }

  private void delete(Transaction transaction, UUID restaurantId, String table) {
    transaction
        .sql(
            "delete from "
                + table
                + """
                   where restaurant_id = :restaurant
                     and order_id in (select order_id from kitchen_order
                                       where restaurant_id = :restaurant and queue_at < :before)
                """)
        .with("restaurant", restaurantId)
        .with("before", clock.instant().minus(KEPT))
        .update();
  }
}
