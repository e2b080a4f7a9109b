package com.crmres.server.restaurant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// When a branch takes orders: for each weekday the spans that begin on it, in the branch's own
/// time.
///
/// A span may cross midnight, as most evenings in Riyadh do.
///
/// @param week spans by the day they begin on; a day that is missing is closed
public record OpeningHours(Map<DayOfWeek, List<Span>> week) {

  public OpeningHours {
    Map<DayOfWeek, List<Span>> copy = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, spans) -> copy.put(day, List.copyOf(spans)));
    week = Map.copyOf(copy);
  }

  /// The same spans on each day of the week.
  public static OpeningHours daily(Span... spans) {
    return new OpeningHours(
        Stream.of(DayOfWeek.values()).collect(Collectors.toMap(day -> day, _ -> List.of(spans))));
  }

  /// Reads `{"sunday": [{"from": "11:00", "to": "02:00"}], …}`.
  ///
  /// @throws IllegalArgumentException if a key is not the English name of a day
  @JsonCreator
  static OpeningHours ofDays(Map<String, List<Span>> days) {
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    days.forEach((day, spans) -> week.put(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)), spans));
    return new OpeningHours(week);
  }

  @JsonValue
  Map<String, List<Span>> days() {
    return week.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().name().toLowerCase(Locale.ROOT),
                Map.Entry::getValue,
                (first, _) -> first,
                TreeMap::new));
  }

  public boolean isOpen(Instant moment, ZoneId zone) {
    return openings(zone).isOpen(moment);
  }

  /// When it closes, if it is open now; spans that touch or overlap count as one.
  public Optional<Instant> closesAt(Instant moment, ZoneId zone) {
    return openings(zone).closesAt(moment);
  }

  /// When it opens next, if it is closed now; empty while it is open, or if it never opens.
  public Optional<Instant> opensAt(Instant moment, ZoneId zone) {
    return openings(zone).opensAt(moment);
  }

  private Openings openings(ZoneId zone) {
    return new Openings(this::on, zone);
  }

  /// The spans that begin on a date.
  List<Span> on(LocalDate date) {
    return week.getOrDefault(date.getDayOfWeek(), List.of());
  }

  /// One opening of a day.
  ///
  /// @param to up to `from` means the next day; equal to it means a whole day
  public record Span(
      @JsonFormat(pattern = "HH:mm") LocalTime from, @JsonFormat(pattern = "HH:mm") LocalTime to) {}
}
