package com.crmres.server.kitchen.ticket;

import java.util.List;
import java.util.UUID;

/// A line of an order as the kitchen shall make it.
///
/// @param stationIds the stations that make it, at least one
public record Wanted(
    UUID orderLineId, int position, int quantity, Dish dish, List<UUID> stationIds) {
  public Wanted {
    stationIds = List.copyOf(stationIds);
  }
}
