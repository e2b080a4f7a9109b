package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The columns of the board, in the order in which an order wanders through them.
public enum BoardColumn {
  /// Waits for a decision: to accept it, or to let its customer cancel.
  NEW(true),
  CONFIRMED(true),
  PREPARING(true),
  READY(true),
  OUT_FOR_DELIVERY(true),
  /// Handed over lately.
  DONE(false),
  /// Ended otherwise than it should have.
  PROBLEMS(false);

  private final boolean open;

  BoardColumn(boolean open) {
    this.open = open;
  }

  /// Whether its orders are still under way.
  public boolean isOpen() {
    return open;
  }

  public static BoardColumn of(OrderStatus status) {
    return switch (status) {
      case PENDING, CANCEL_REQUESTED -> NEW;
      case CONFIRMED -> CONFIRMED;
      case PREPARING -> PREPARING;
      case READY -> READY;
      case OUT_FOR_DELIVERY -> OUT_FOR_DELIVERY;
      case DELIVERED -> DONE;
      case REJECTED, EXPIRED, CANCELLED, DELIVERY_FAILED -> PROBLEMS;
    };
  }

  /// Those that are shown together with this one.
  static List<BoardColumn> side(boolean open) {
    return Arrays.stream(values()).filter(column -> column.open == open).toList();
  }

  Optional<BoardColumn> neighbour(int step) {
    List<BoardColumn> order = side(open);
    int at = order.indexOf(this) + step;
    return at < 0 || at >= order.size() ? Optional.empty() : Optional.of(order.get(at));
  }
}
