package com.crmres.desktop.connection;

import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.restaurant.BranchState;
import com.crmres.common.restaurant.PrayerTime;
import com.crmres.common.wire.Page;
import java.util.UUID;

/// What a branch sells now, and how it takes orders. Each call blocks and throws [ServerFailure].
public interface MenuApi {

  MenuDetails menu(UUID branchId);

  /// Sold out, or available again.
  void availability(UUID itemId, AvailabilityRequest request);

  /// As usual, busy or paused.
  BranchState state(UUID branchId);

  /// When prayers are called there, the next first, for a day and more.
  Page<PrayerTime> prayers(UUID branchId);
}
