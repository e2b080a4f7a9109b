package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.AutoAcceptRule;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.database.Transaction;
import java.util.UUID;

/// The rules by which branches accept orders of customers they know without asking anybody.
final class AutoAccept {

  /// The rule of a branch.
  AutoAcceptRule of(Transaction transaction, UUID restaurantId, UUID branchId) {
    return transaction
        .sql(
            """
            select * from auto_accept_rule where restaurant_id = :restaurant and branch_id = :branch
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .first(row ->
            new AutoAcceptRule(
                row.flag("enabled"),
                row.integer("known_orders"),
                new Money(row.number("below")),
                row.integer("most_open")))
        .orElse(AutoAcceptRule.OFF);
  }

  void set(Transaction transaction, UUID restaurantId, UUID branchId, AutoAcceptRule rule) {
    transaction
        .sql(
            """
            insert into auto_accept_rule (restaurant_id, branch_id, enabled, known_orders, below, most_open)
            values (:restaurant, :branch, :enabled, :known, :below, :open)
            on conflict (restaurant_id, branch_id) do update
              set enabled = :enabled, known_orders = :known, below = :below, most_open = :open
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("enabled", rule.enabled())
        .with("known", rule.knownOrders())
        .with("below", rule.below())
        .with("open", rule.mostOpen())
        .update();
  }

  /// Whether a new order is accepted by its branch's rule.
  boolean accepts(Transaction transaction, UUID restaurantId, OrderSummary order) {
    AutoAcceptRule rule = of(transaction, restaurantId, order.branchId());
    return rule.enabled()
        && order.total().compareTo(rule.below()) < 0
        && received(transaction, restaurantId, order.customer().id()) >= rule.knownOrders()
        && open(transaction, restaurantId, order.branchId()) < rule.mostOpen();
  }

  private static long received(Transaction transaction, UUID restaurantId, UUID customerId) {
    return transaction
        .sql(
            """
            select count(*) as n from (
              select 1 from orders
               where restaurant_id = :restaurant and customer_id = :customer and status = 'delivered' limit 100) d
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .one(row -> row.number("n"));
  }

  /// How many accepted orders the kitchen has not finished.
  private static long open(Transaction transaction, UUID restaurantId, UUID branchId) {
    return transaction
        .sql(
            """
            select count(*) as n from orders
             where restaurant_id = :restaurant and branch_id = :branch and status in ('confirmed', 'preparing')
               and status not in ('delivered', 'rejected', 'expired', 'cancelled')
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .one(row -> row.number("n"));
  }
}
