package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// How long a step can still be taken back; the server's rules, shown so that nobody tries in vain.
final class UndoTime {

  private static final Map<OrderAction, Duration> WINDOWS =
      Map.of(
          OrderAction.UNDO_READY, Duration.ofMinutes(10),
          OrderAction.RESTORE, Duration.ofMinutes(15));

  private UndoTime() {}

  /// What is left, not below none; empty for moves that are not bound to a time.
  static Optional<Duration> left(OrderSummary order, OrderAction action, Instant now) {
    return Optional.ofNullable(WINDOWS.get(action))
        .map(window -> Duration.between(now, order.statusSince().plus(window)))
        .map(left -> left.isNegative() ? Duration.ZERO : left);
  }

  static boolean isOver(OrderSummary order, OrderAction action, Instant now) {
    return left(order, action, now).filter(Duration::isZero).isPresent();
  }
}
