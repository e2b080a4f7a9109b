package com.crmres.server.ordering.cart;

import com.crmres.server.restaurant.Branch;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What came of a customer's yes to a cart that was read back.
public sealed interface ConfirmResult {

  /// Exactly what was read back can be made now; nobody else can confirm it before the transaction
  /// ends.
  ///
  /// @param contactPhone whom to call about a delivery; null for a pickup
  record Confirmed(
      Cart cart, PricedCart priced, Branch branch, @Nullable String contactPhone, Instant at)
      implements ConfirmResult {}

  /// It became an order before.
  record AlreadyOrdered(UUID cartId) implements ConfirmResult {}

  /// The cart, a price or the menu changed since it was read back, or that was too long ago: it
  /// must be read back again.
  record Changed(Cart cart) implements ConfirmResult {}

  /// Something must be known first.
  record Incomplete(CartResult.Question question) implements ConfirmResult {}

  /// The branch has none left of these items; they were taken out of the cart.
  record SoldOut(List<UUID> itemIds) implements ConfirmResult {
    public SoldOut {
      itemIds = List.copyOf(itemIds);
    }
  }

  /// The branch takes no orders now.
  record Closed(UUID branchId) implements ConfirmResult {}

  /// There is nothing in the cart.
  record Empty() implements ConfirmResult {}
}
