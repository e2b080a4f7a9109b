package com.crmres.common.ordering;

import com.crmres.common.money.Money;

/// When a branch accepts an order by itself.
///
/// @param enabled whether the branch opted in
/// @param knownOrders how many orders the customer must have received, 1 to 100
/// @param below the total must be under it
/// @param mostOpen with so many accepted orders not ready yet the kitchen counts as busy, 1 to 500
public record AutoAcceptRule(boolean enabled, int knownOrders, Money below, int mostOpen) {

  /// What holds where nobody has set anything.
  public static final AutoAcceptRule OFF = new AutoAcceptRule(false, 3, new Money(15_000), 8);
}
