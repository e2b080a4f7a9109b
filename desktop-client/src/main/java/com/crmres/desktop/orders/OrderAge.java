package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import java.time.Duration;
import java.time.Instant;

/// How urgent an order is: a new one by the time it waits, others by the time left to the promise.
///
/// @param shown waited for new orders and those without a promise; else since it was placed
record OrderAge(Level level, Duration shown) {

  /// Never shown by colour alone.
  enum Level {
    FRESH,
    DUE,
    LATE
  }

  private static final Duration NEW_DUE = Duration.ofMinutes(1);
  private static final Duration NEW_LATE = Duration.ofMinutes(2);
  private static final Duration STEP_DUE = Duration.ofMinutes(10);
  private static final Duration STEP_LATE = Duration.ofMinutes(20);

  /// Of the promised span: less than this part left is soon.
  private static final double SOON = 0.4;

  static OrderAge of(OrderSummary order, Instant now) {
    Duration age = span(order.placedAt(), now);
    if (order.status() == OrderStatus.PENDING) {
      return new OrderAge(level(age, NEW_DUE, NEW_LATE), age);
    }
    Instant promised = order.promisedAt();
    return promised == null
        ? new OrderAge(level(span(order.statusSince(), now), STEP_DUE, STEP_LATE), age)
        : new OrderAge(level(order.placedAt(), promised, now), age);
  }

  private static Duration span(Instant from, Instant to) {
    return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
  }

  private static Level level(Duration age, Duration due, Duration late) {
    if (age.compareTo(late) >= 0) {
      return Level.LATE;
    }
    return age.compareTo(due) >= 0 ? Level.DUE : Level.FRESH;
  }

  private static Level level(Instant placed, Instant promised, Instant now) {
    if (now.isAfter(promised)) {
      return Level.LATE;
    }
    double whole = Duration.between(placed, promised).toMillis();
    double left = Duration.between(now, promised).toMillis();
    return left <= whole * SOON ? Level.DUE : Level.FRESH;
  }
}
