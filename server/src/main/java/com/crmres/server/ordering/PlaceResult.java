package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartResult;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What came of confirming a cart.
public sealed interface PlaceResult {

  /// The order exists, once.
  record Placed(OrderSummary order) implements PlaceResult {}

  /// This cart was confirmed before; here is the order it became.
  record AlreadyPlaced(OrderSummary order) implements PlaceResult {}

  /// The cart, a price or the menu changed since it was read back, or that was too long ago: it
  /// must be read back again.
  record Changed(Cart cart) implements PlaceResult {}

  /// The order that the cart was to change is now what the cart was.
  record Altered(OrderSummary order) implements PlaceResult {}

  /// The order that the cart was to change stays what it is.
  record NotAltered(OrderSummary order, Unalterable why) implements PlaceResult {}

  /// Something must be known first.
  record Incomplete(CartResult.Question question) implements PlaceResult {}

  /// The branch has none left of these items; they were taken out of the cart.
  record SoldOut(List<UUID> itemIds) implements PlaceResult {
    public SoldOut {
      itemIds = List.copyOf(itemIds);
    }
  }

  /// The branch takes no orders now.
  record Closed(UUID branchId) implements PlaceResult {}

  /// So much is ordered for that time that the branch takes no more.
  ///
  /// @param free the next times that have room
  record Full(UUID branchId, List<Instant> free) implements PlaceResult {
    public Full {
      free = List.copyOf(free);
    }
  }

  /// The branch takes such an amount neither at the door nor by a link.
  record NotPayable(UUID branchId, Money total) implements PlaceResult {}

  /// There is nothing in the cart.
  record Empty() implements PlaceResult {}
}
