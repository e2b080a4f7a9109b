package com.crmres.desktop.queue;

import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.restaurant.BranchState;
import com.crmres.common.restaurant.PrayerTime;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.MenuApi;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/// The menu: what there is none left of may be said without network.
record KeepingMenu(MenuApi server, CommandQueue queue, Supplier<UUID> ids, InstantSource clock)
    implements MenuApi {

  @Override
  public void availability(UUID itemId, AvailabilityRequest request) {
    if (SafeDeeds.isSafe(request)) {
      var _ =
          queue.ask(
              ids.get(),
              () -> new Deed.SoldOut(itemId, SafeDeeds.kept(request, clock.instant())),
              () -> {
                server.availability(itemId, request);
                return request;
              });
    } else {
      server.availability(itemId, request);
    }
  }

  @Override
  public MenuDetails menu(UUID branchId) {
    return server.menu(branchId);
  }

  @Override
  public BranchState state(UUID branchId) {
    return server.state(branchId);
  }

  @Override
  public Page<PrayerTime> prayers(UUID branchId) {
    return server.prayers(branchId);
  }
}
