package com.crmres.server.ordering.cart;

import java.time.Duration;

/// How long a cart may lie before somebody looks after it.
final class CartTimes {

  /// Past the twenty minutes for which a read-back lasts.
  static final Duration REMIND_AFTER = Duration.ofMinutes(30);

  /// Six hours after the last change: the next meal is another order.
  static final Duration ABANDON_AFTER_REMINDER = Duration.ofHours(6).minus(REMIND_AFTER);

  private CartTimes() {}
}
