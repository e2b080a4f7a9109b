package com.crmres.server.restaurant;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a branch's hours differ from those of its usual week.
///
/// @param ramadan the week in Ramadan; null for the usual one
/// @param lastOrderMinutes how long before closing the last order is taken
public record SpecialTimes(
    @Nullable OpeningHours ramadan, List<SpecialDay> days, int lastOrderMinutes) {

  /// No difference.
  public static final SpecialTimes NONE = new SpecialTimes(null, List.of(), 0);

  public SpecialTimes {
    // A branch that was stored before there were any has none.
    days = List.copyOf(Objects.requireNonNullElse(days, List.of()));
  }
}
