package com.crmres.server.ordering.cart;

import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Finds in the orders how much each branch has to do, and where a customer has been before.
final class BranchSigns {

  /// What was placed longer ago is nobody's work any more, even if it was never closed.
  private static final Duration WORK_LASTS = Duration.ofHours(6);

  private static final Duration HABIT_LASTS = Duration.ofDays(180);

  BranchChoice.Signs of(
      Transaction transaction, UUID restaurantId, UUID conversationId, Instant now) {
    return new BranchChoice.Signs(
        load(transaction, restaurantId, now),
        visits(transaction, restaurantId, conversationId, now));
  }

  private static Map<UUID, Integer> load(Transaction transaction, UUID restaurantId, Instant now) {
    return transaction
        .sql(
            """
            select branch_id, cast(count(*) as int) as orders from orders
             where restaurant_id = :restaurant and placed_at > :since
               and status not in ('delivered', 'rejected', 'expired', 'cancelled')
             group by branch_id
            """)
        .with("restaurant", restaurantId)
        .with("since", now.minus(WORK_LASTS))
        .list(row -> Map.entry(row.uuid("branch_id"), row.integer("orders")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<UUID, Integer> visits(
      Transaction transaction, UUID restaurantId, UUID conversationId, Instant now) {
    return transaction
        .sql(
            """
            select o.branch_id, cast(count(*) as int) as orders
              from conversation c
              join orders o on o.restaurant_id = c.restaurant_id and o.customer_id = c.customer_id
             where c.restaurant_id = :restaurant and c.id = :conversation and o.placed_at > :since
               and o.status not in ('rejected', 'expired', 'cancelled')
             group by o.branch_id
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("since", now.minus(HABIT_LASTS))
        .list(row -> Map.entry(row.uuid("branch_id"), row.integer("orders")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
