package com.crmres.server.ordering.cart;

/// What came of changes that staff want of an order.
public sealed interface Revision {

  /// The rules refuse one of them, so none is made.
  ///
  /// @param command which, from 0
  record Refused(int command, CartResult.Reason reason) implements Revision {}

  /// The rules allow them; the result says whether the whole can be made.
  record Checked(ConfirmResult result) implements Revision {}
}
