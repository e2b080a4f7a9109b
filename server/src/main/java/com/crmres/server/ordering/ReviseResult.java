package com.crmres.server.ordering;

import com.crmres.server.ordering.cart.CartResult;

/// What came of staff's wish to change what an order holds.
public sealed interface ReviseResult {

  /// The order was asked to move.
  record Answered(OrderResult result) implements ReviseResult {}

  /// The rules refuse one of the changes, so none was made.
  ///
  /// @param change which of them, from 0
  record Refused(int change, CartResult.Reason reason) implements ReviseResult {}

  /// The whole of it cannot be made.
  record NotMade(PlaceResult why) implements ReviseResult {}
}
