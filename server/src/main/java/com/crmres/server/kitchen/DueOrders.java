package com.crmres.server.kitchen;

import com.crmres.server.database.Database;
import com.crmres.server.kitchen.book.DueStore;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;

/// Looks at the orders whose time in the kitchen has come.
public final class DueOrders {

  private static final System.Logger LOG = System.getLogger(DueOrders.class.getName());

  private final Database database;
  private final Kitchen kitchen;
  private final Clock clock;
  private final DueStore store = new DueStore();

  public DueOrders(Database database, Kitchen kitchen, Clock clock) {
    this.database = database;
    this.kitchen = kitchen;
    this.clock = clock;
  }

  /// One step of the job: each order in its own transaction, so that one that fails keeps no other
  /// waiting. Nodes may do it at once; an order is given out once.
  ///
  /// @return how many were looked at
  public int lookAtDue(int limit) {
    List<DueStore.Due> due =
        database.inSystem(transaction -> store.due(transaction, clock.instant(), limit));
    return (int) due.stream().filter(this::lookAt).count();
  }

  private boolean lookAt(DueStore.Due due) {
    try {
      database.changeRestaurant(
          due.restaurantId(),
          transaction -> {
            kitchen.lookAt(transaction, due.restaurantId(), due.orderId());
            store.lift(transaction, due.restaurantId(), due.orderId());
          });
      return true;
    } catch (RuntimeException e) {
      LOG.log(
          Level.ERROR, "order " + due.orderId() + " could not be given out; tried again later", e);
      return false;
    }
  }
}
