package com.crmres.common.pos;

import java.util.List;
import java.util.UUID;

/// Takes over what the till says of these items: their price and whether it sells them.
public record ApplyMenuRequest(List<UUID> itemIds) {
  public ApplyMenuRequest {
    itemIds = List.copyOf(itemIds);
  }
}
