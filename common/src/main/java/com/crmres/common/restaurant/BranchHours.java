package com.crmres.common.restaurant;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When a branch is open.
///
/// @param week spans by the English name of the day they begin on; a day that is missing is closed
/// @param ramadan the same for Ramadan; null where it is as usual
/// @param days single dates that go before both
/// @param lastOrderMinutes how long before closing the last order is taken
public record BranchHours(
    Map<String, List<Span>> week,
    @Nullable Map<String, List<Span>> ramadan,
    List<Day> days,
    int lastOrderMinutes) {

  public BranchHours {
    week = Map.copyOf(week);
    ramadan = ramadan == null ? null : Map.copyOf(ramadan);
    days = List.copyOf(days);
  }

  /// One opening.
  ///
  /// @param to up to `from` means the next day; equal to it means a whole day
  public record Span(
      @JsonFormat(pattern = "HH:mm") LocalTime from, @JsonFormat(pattern = "HH:mm") LocalTime to) {}

  /// A date with other hours.
  ///
  /// @param spans none when it is closed
  /// @param note what customers are told of it
  public record Day(LocalDate date, List<Span> spans, @Nullable LocalizedText note) {
    public Day {
      spans = List.copyOf(spans);
    }
  }
}
