package com.crmres.server.ordering;

import com.crmres.server.database.Database;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Does what the clock asks of orders: rings, fires scheduled ones, closes what was collected.
public final class DueOrders {

  private static final System.Logger LOG = System.getLogger(DueOrders.class.getName());
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);

  private final Database database;
  private final Orders orders;
  private final Clock clock;
  private final OrderTimers timers = new OrderTimers();

  public DueOrders(Database database, Orders orders, Clock clock) {
    this.database = database;
    this.orders = orders;
    this.clock = clock;
  }

  /// One step of the job: each order in its own transaction, so that one that fails keeps no other
  /// waiting. Nodes may do it at once; each time is taken by one of them.
  ///
  /// @return how many times were taken
  public int strike(int limit) {
    List<OrderTimers.Due> due =
        database.inSystem(transaction -> timers.due(transaction, clock.instant(), limit));
    return (int) due.stream().filter(this::strike).count();
  }

  private boolean strike(OrderTimers.Due due) {
    try {
      return database.inRestaurant(
          due.restaurantId(), transaction -> orders.strike(transaction, due));
    } catch (RuntimeException e) {
      LOG.log(
          Level.ERROR,
          due.timer().kind() + " of order " + due.timer().orderId() + " failed; tried again later",
          e);
      database.changeRestaurant(
          due.restaurantId(),
          transaction -> timers.putOff(transaction, due, clock.instant().plus(AGAIN_AFTER)));
      return false;
    }
  }
}
