package com.crmres.common.menu;

import com.crmres.common.restaurant.LocalizedText;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A part of the day, or of the year, in which something is sold or has another price: breakfast,
/// the menu of Ramadan, happy hour.
///
/// @param week spans by the English name of the day on which they begin, `sunday` to `saturday`;
///   they may cross midnight
/// @param hijriMonths only in these months, 1 to 12 (9 is Ramadan); empty for all
/// @param from first date; null for no beginning
/// @param until last date; null for no end
/// @param exceptions dates on which other spans begin, or none
public record DayPart(
    UUID id,
    LocalizedText name,
    Map<String, List<Span>> week,
    Set<Integer> hijriMonths,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    List<Except> exceptions) {

  public DayPart {
    // In one order always, so that a form reads the same however often it is written.
    week = Lists.inOrder(week);
    hijriMonths =
        hijriMonths == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(hijriMonths));
    exceptions = Lists.orEmpty(exceptions);
  }

  /// One span of a day.
  ///
  /// @param to up to `from` means the next day; equal to it means a whole day
  public record Span(
      @JsonFormat(pattern = "HH:mm") LocalTime from, @JsonFormat(pattern = "HH:mm") LocalTime to) {}

  /// A date that is not like others of its weekday.
  public record Except(LocalDate date, List<Span> spans) {
    public Except {
      spans = Lists.orEmpty(spans);
    }
  }
}
