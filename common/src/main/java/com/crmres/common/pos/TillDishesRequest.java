package com.crmres.common.pos;

import java.util.List;
import java.util.UUID;

/// Takes dishes that only the till has into our menu, hidden until somebody shows them.
///
/// @param categoryId where they shall stand
/// @param posIds what the till calls them
public record TillDishesRequest(UUID categoryId, List<String> posIds) {
  public TillDishesRequest {
    posIds = posIds == null ? List.of() : List.copyOf(posIds);
  }
}
