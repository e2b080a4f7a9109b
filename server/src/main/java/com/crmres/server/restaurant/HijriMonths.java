package com.crmres.server.restaurant;

import com.crmres.common.restaurant.HijriMonth;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.chrono.HijrahChronology;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Knows on which dates a Hijri month falls: by the calendar of Umm al-Qura, moved by a day where
/// the announcement of a month said so.
///
/// @param moved days by which months begin later or earlier than reckoned, by `1447-09`
public record HijriMonths(Map<String, Integer> moved) {

  /// As reckoned.
  public static final HijriMonths RECKONED = new HijriMonths(Map.of());

  private static final int RAMADAN = 9;
  private static final int MONTHS = 12;

  @JsonCreator
  public HijriMonths {
    moved = Map.copyOf(moved);
  }

  @JsonValue
  Map<String, Integer> json() {
    return moved;
  }

  /// The key of a month in [#moved].
  public static String key(int year, int month) {
    return String.format(Locale.ROOT, "%d-%02d", year, month);
  }

  public boolean isRamadan(LocalDate date) {
    if (!HijrahChronology.INSTANCE.range(ChronoField.EPOCH_DAY).isValidValue(date.toEpochDay())) {
      return false;
    }
    int year = HijrahDate.from(date).get(ChronoField.YEAR);
    return !date.isBefore(begin(year, RAMADAN)) && date.isBefore(begin(year, RAMADAN + 1));
  }

  /// The first day of a month.
  public LocalDate begin(int year, int month) {
    if (month < 1 || month > MONTHS) {
      throw new IllegalArgumentException("no month " + month);
    }
    return LocalDate.from(HijrahDate.of(year, month, 1))
        .plusDays(moved.getOrDefault(key(year, month), 0));
  }

  /// The months that are moved, oldest first.
  List<HijriMonth> list() {
    return moved.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> month(entry.getKey(), entry.getValue()))
        .toList();
  }

  /// With a month moved, or back in its place.
  HijriMonths with(HijriMonth month) {
    Map<String, Integer> changed = new HashMap<>(moved);
    changed.put(key(month.year(), month.month()), month.days());
    changed.values().removeIf(days -> days == 0);
    return new HijriMonths(changed);
  }

  private static HijriMonth month(String key, int days) {
    int dash = key.indexOf('-');
    return new HijriMonth(
        Integer.parseInt(key.substring(0, dash)), Integer.parseInt(key.substring(dash + 1)), days);
  }
}
