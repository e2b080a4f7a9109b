package com.crmres.server.assistant;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change of an order of the past on its way into the cart: "the same, but without onion". It
/// names dishes, since lines have no ids before they stand in the cart.
public sealed interface Adjustment {

  /// Options to take and to leave; each dish hears of those it has.
  ///
  /// @param itemId null for every dish that has such options
  record Options(@Nullable UUID itemId, List<UUID> take, List<UUID> leave) implements Adjustment {
    public Options {
      take = List.copyOf(take);
      leave = List.copyOf(leave);
    }
  }

  /// So many of a dish.
  record Quantity(UUID itemId, int quantity) implements Adjustment {}

  /// The rest, but not this dish.
  record Without(UUID itemId) implements Adjustment {}
}
