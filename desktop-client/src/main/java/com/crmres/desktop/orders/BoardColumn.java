package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderStatus;
import java.util.List;
import java.util.Optional;

/// The columns of the board, in the order in which an order wanders through them.
public enum BoardColumn {
  /// Waits for a decision: to accept it, or to let its customer cancel.
  NEW,
  CONFIRMED,
  PREPARING,
  READY,
  OUT_FOR_DELIVERY;

  /// Empty for finished orders.
  public static Optional<BoardColumn> of(OrderStatus status) {
    return switch (status) {
      case PENDING, CANCEL_REQUESTED -> Optional.of(NEW);
      case CONFIRMED -> Optional.of(CONFIRMED);
      case PREPARING -> Optional.of(PREPARING);
      case READY -> Optional.of(READY);
      case OUT_FOR_DELIVERY -> Optional.of(OUT_FOR_DELIVERY);
      case DELIVERED, REJECTED, EXPIRED, CANCELLED, DELIVERY_FAILED -> Optional.empty();
    };
  }

  Optional<BoardColumn> neighbour(int step) {
    List<BoardColumn> order = List.of(values());
    int at = order.indexOf(this) + step;
    return at < 0 || at >= order.size() ? Optional.empty() : Optional.of(order.get(at));
  }
}
