package com.crmres.desktop.connection;

import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.restaurant.BranchState;
import java.util.UUID;

/// What a branch sells now, and how it takes orders. Each call blocks and throws [ServerFailure].
public interface MenuApi {

  MenuDetails menu(UUID branchId);

  /// Sold out, or available again.
  void availability(UUID itemId, AvailabilityRequest request);

  /// As usual, busy or paused.
  BranchState state(UUID branchId);
}
