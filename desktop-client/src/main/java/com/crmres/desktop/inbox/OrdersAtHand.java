package com.crmres.desktop.inbox;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The branch's orders by their conversations, so that each row finds its own at once.
final class OrdersAtHand {

  private static final Set<OrderStatus> ENDED =
      EnumSet.of(
          OrderStatus.DELIVERED, OrderStatus.CANCELLED, OrderStatus.REJECTED, OrderStatus.EXPIRED);

  private final ObservableList<OrderSummary> all;
  private final Map<UUID, OrderSummary> open = new HashMap<>();

  OrdersAtHand(ObservableList<OrderSummary> all) {
    this.all = all;
    all.subscribe(this::sort);
    sort();
  }

  private void sort() {
    open.clear();
    for (OrderSummary order : all) {
      if (!ENDED.contains(order.status())) {
        open.merge(order.conversationId(), order, OrdersAtHand::newer);
      }
    }
  }

  private static OrderSummary newer(OrderSummary one, OrderSummary other) {
    return one.placedAt().isBefore(other.placedAt()) ? other : one;
  }

  ObservableList<OrderSummary> all() {
    return all;
  }

  @Nullable OrderSummary of(UUID conversationId) {
    return open.get(conversationId);
  }
}
