package com.crmres.server.ordering;

import com.crmres.common.ordering.OrderRules;
import com.crmres.server.database.Transaction;
import java.util.UUID;

/// What customers may do to orders of a branch by themselves, as the branch has set it.
final class Rules {

  OrderRules of(Transaction transaction, UUID restaurantId, UUID branchId) {
    return transaction
        .sql(
            """
            select * from order_rules where restaurant_id = :restaurant and branch_id = :branch
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .first(row ->
            new OrderRules(
                row.flag("customer_changes"),
                row.named("customer_cancels", OrderRules.FreeCancelling.class)))
        .orElse(OrderRules.USUAL);
  }

  void set(Transaction transaction, UUID restaurantId, UUID branchId, OrderRules rules) {
    transaction
        .sql(
            """
            insert into order_rules (restaurant_id, branch_id, customer_changes, customer_cancels)
            values (:restaurant, :branch, :changes, :cancels)
            on conflict (restaurant_id, branch_id) do update
              set customer_changes = :changes, customer_cancels = :cancels
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("changes", rules.changes())
        .with("cancels", rules.cancels())
        .update();
  }
}
