package com.crmres.server.ordering.cart;

import com.crmres.server.database.Transaction;
import com.crmres.server.menu.MenuListener;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Has open carts looked through when something of the menu changes.
public final class MenuChanges implements MenuListener {

  /// From so many items on, it is less work to look at every cart once.
  private static final int MANY = 20;

  private final OpenCarts carts;

  public MenuChanges(OpenCarts carts) {
    this.carts = carts;
  }

  @Override
  public void changed(
      Transaction transaction, UUID restaurantId, @Nullable UUID branchId, Set<UUID> itemIds) {
    if (itemIds.size() >= MANY) {
      carts.menuChanged(transaction, restaurantId, branchId, null);
    } else {
      itemIds.forEach(item -> carts.menuChanged(transaction, restaurantId, branchId, item));
    }
  }
}
