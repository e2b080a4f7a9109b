package com.crmres.common.kitchen;

import com.crmres.common.restaurant.LocalizedText;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Where a branch's kitchen makes what.
///
/// @param version expected by the next change; 0 before the first
public record StationPlan(UUID branchId, List<Station> stations, long version) {

  public StationPlan {
    stations = List.copyOf(stations);
  }

  /// A place where dishes are made, or put together.
  ///
  /// @param id made by whoever adds it
  /// @param fallback whether it makes what no station is named for; exactly one does
  /// @param itemIds what it makes, more exactly than by category
  /// @param categoryIds it makes what stands in these, unless a dish names its stations
  public record Station(
      UUID id, LocalizedText name, boolean fallback, List<UUID> itemIds, List<UUID> categoryIds) {
    public Station {
      Objects.requireNonNull(id);
      Objects.requireNonNull(name);
      itemIds = List.copyOf(itemIds);
      categoryIds = List.copyOf(categoryIds);
    }
  }
}
