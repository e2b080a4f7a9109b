package com.crmres.server.ordering.stock;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.server.database.Transaction;
import com.crmres.server.menu.Stock;
import com.crmres.server.ordering.OrderFollower;
import com.crmres.server.ordering.OrderLine;
import com.crmres.server.ordering.OrderStep;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Keeps counted things for an order from the moment it is placed, until the kitchen begins or the
/// order comes to nothing.
public final class StockFollower implements OrderFollower {

  private static final Set<OrderStatus> NOTHING =
      Set.of(OrderStatus.REJECTED, OrderStatus.EXPIRED, OrderStatus.CANCELLED);
  private static final Set<OrderStatus> WAITING =
      Set.of(OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.CANCEL_REQUESTED);

  private final Stock stock;

  public StockFollower(Stock stock) {
    this.stock = stock;
  }

  @Override
  public void follow(Transaction transaction, UUID restaurantId, OrderStep step) {
    UUID orderId = step.order().id();
    OrderStatus now = step.order().status();
    if (NOTHING.contains(now)) {
      stock.giveBack(transaction, restaurantId, orderId);
    } else if (!WAITING.contains(now)) {
      stock.use(transaction, restaurantId, orderId);
    } else if (isNewOrRestored(step)) {
      stock.hold(transaction, restaurantId, step.order().branchId(), orderId, wanted(step));
    }
  }

  /// What was kept at one branch is kept at the other; what the one has made is gone, and the other
  /// takes it from its own.
  @Override
  public void followBranch(
      Transaction transaction, UUID restaurantId, OrderStep step, UUID before) {
    keepAnew(transaction, restaurantId, step);
    if (!WAITING.contains(step.order().status())) {
      stock.use(transaction, restaurantId, step.order().id());
    }
  }

  /// What is counted was looked at when the customer confirmed; nobody could take any since.
  @Override
  public void followAltering(Transaction transaction, UUID restaurantId, OrderStep step) {
    keepAnew(transaction, restaurantId, step);
  }

  private void keepAnew(Transaction transaction, UUID restaurantId, OrderStep step) {
    UUID orderId = step.order().id();
    stock.giveBack(transaction, restaurantId, orderId);
    stock.hold(transaction, restaurantId, step.order().branchId(), orderId, wanted(step));
  }

  private static boolean isNewOrRestored(OrderStep step) {
    OrderStatus from = step.from();
    return from == null || NOTHING.contains(from);
  }

  private static Map<UUID, Integer> wanted(OrderStep step) {
    Map<UUID, Integer> wanted = new HashMap<>();
    for (OrderLine line : step.lines()) {
      int quantity = line.sold().quantity();
      wanted.merge(line.itemId(), quantity, Integer::sum);
      line.used().forEach(option -> wanted.merge(option, quantity, Integer::sum));
    }
    return wanted;
  }
}
