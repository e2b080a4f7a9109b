package com.crmres.server.ordering;

import com.crmres.server.database.Database;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;

/// Lets orders expire that no branch has answered in time.
public final class OverdueOrders {

  private static final System.Logger LOG = System.getLogger(OverdueOrders.class.getName());

  private final Database database;
  private final Orders orders;
  private final Clock clock;
  private final OrderDeadlines deadlines = new OrderDeadlines();

  public OverdueOrders(Database database, Orders orders, Clock clock) {
    this.database = database;
    this.orders = orders;
    this.clock = clock;
  }

  /// One step of the job: each order in its own transaction, so that one that fails keeps no other
  /// waiting. Nodes may do it at once; an order expires once.
  ///
  /// @return how many orders expired
  public int expireOverdue(int limit) {
    List<OrderDeadlines.Overdue> overdue =
        database.inSystem(transaction -> deadlines.overdue(transaction, clock.instant(), limit));
    return (int) overdue.stream().filter(this::expire).count();
  }

  private boolean expire(OrderDeadlines.Overdue overdue) {
    try {
      return database.inRestaurant(
          overdue.restaurantId(),
          transaction ->
              orders.apply(
                      transaction,
                      overdue.restaurantId(),
                      overdue.orderId(),
                      new OrderCommand.Expire(),
                      Actor.system())
                  instanceof OrderResult.Moved);
    } catch (RuntimeException e) {
      LOG.log(
          Level.ERROR, "order " + overdue.orderId() + " could not expire; tried again later", e);
      return false;
    }
  }
}
