package com.crmres.server.menu;

import com.crmres.server.database.Transaction;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whoever must know that something of the menu changed, in the transaction that changes it.
public interface MenuListener {

  /// Prices, choices or availability of these items changed.
  ///
  /// @param branchId the branch in which; null for all of them
  void changed(
      Transaction transaction, UUID restaurantId, @Nullable UUID branchId, Set<UUID> itemIds);
}
