package com.crmres.server.ordering;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;

/// What came of a move.
public sealed interface OrderResult {

  /// Done, now or when the same command came the first time; the order as it is now.
  record Moved(OrderSummary order) implements OrderResult {}

  /// The order's state does not allow it.
  record NotAllowed(OrderStatus status, Refusal refusal) implements OrderResult {}

  /// Somebody was faster; the order as it is now.
  record ChangedMeanwhile(OrderSummary order) implements OrderResult {}

  /// The command's id was used for something else.
  record CommandReused() implements OrderResult {}

  /// There is no such order.
  record NotFound() implements OrderResult {}
}
