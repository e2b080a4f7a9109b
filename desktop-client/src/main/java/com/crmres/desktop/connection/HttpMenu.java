package com.crmres.desktop.connection;

import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.restaurant.BranchState;
import com.crmres.common.restaurant.PrayerTime;
import com.crmres.common.wire.Page;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.UUID;

/// What a branch sells, over HTTP.
final class HttpMenu implements MenuApi {

  private final SignedExchange exchange;

  HttpMenu(SignedExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public MenuDetails menu(UUID branchId) {
    return exchange.get("/v1/menu?branch=" + branchId, SignedExchange.type(MenuDetails.class));
  }

  @Override
  public void availability(UUID itemId, AvailabilityRequest request) {
    exchange.put("/v1/menu/items/%s/availability".formatted(itemId), request);
  }

  @Override
  public BranchState state(UUID branchId) {
    return exchange.get(
        "/v1/branches/%s/state".formatted(branchId), SignedExchange.type(BranchState.class));
  }

  @Override
  public Page<PrayerTime> prayers(UUID branchId) {
    return exchange.get("/v1/branches/%s/prayers".formatted(branchId), new TypeReference<>() {});
  }
}
