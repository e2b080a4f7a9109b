package com.crmres.server.kitchen.station;

import com.crmres.common.kitchen.StationPlan;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Says which stations make a dish: those named for it, else those of its category, else the
/// fallback.
public record Routing(List<StationPlan.Station> stations) {

  public Routing {
    stations = List.copyOf(stations);
  }

  /// The stations of a dish, in the order of the plan; at least one.
  ///
  /// @param categoryId null for what is not on the menu any more
  public List<UUID> of(UUID itemId, @Nullable UUID categoryId) {
    List<UUID> named = ids(station -> station.itemIds().contains(itemId));
    if (!named.isEmpty()) {
      return named;
    }
    List<UUID> byCategory =
        ids(station -> categoryId != null && station.categoryIds().contains(categoryId));
    return byCategory.isEmpty() ? ids(StationPlan.Station::fallback) : byCategory;
  }

  private List<UUID> ids(Predicate<StationPlan.Station> wanted) {
    return stations.stream().filter(wanted).map(StationPlan.Station::id).toList();
  }
}
