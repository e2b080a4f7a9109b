package com.crmres.server.ordering;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.ordering.cart.Cart;
import org.jspecify.annotations.Nullable;

/// What came of a customer's wish to change his order.
public sealed interface AlterResult {

  /// Its content stands in the cart; it changes when the customer confirms that.
  record Opened(OrderSummary order, Cart cart) implements AlterResult {}

  /// It cannot.
  ///
  /// @param order null if there is none
  record Refused(@Nullable OrderSummary order, Unalterable why) implements AlterResult {}
}
