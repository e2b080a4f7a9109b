package com.crmres.server.menu;

import com.crmres.common.menu.DayPart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// When a part of the day is, in the time of one branch.
final class DayPartTimes {

  /// A part of a year comes again within one of ours, and a leap day.
  private static final int FAR_AHEAD = 370;

  private final DayPart part;
  private final HijriCalendar calendar;
  private final ZoneId zone;

  DayPartTimes(DayPart part, HijriCalendar calendar, ZoneId zone) {
    this.part = part;
    this.calendar = calendar;
    this.zone = zone;
  }

  boolean isNow(Instant moment) {
    return around(moment).anyMatch(span -> span.contains(moment));
  }

  /// When it begins next; empty if that is not within a year.
  Optional<Instant> nextBegin(Instant moment) {
    LocalDate today = moment.atZone(zone).toLocalDate();
    return today
        .datesUntil(today.plusDays(FAR_AHEAD))
        .flatMap(this::spans)
        .map(Opened::from)
        .filter(from -> from.isAfter(moment))
        .findFirst();
  }

  /// When it begins or ends next; empty if that is not within a year.
  Optional<Instant> nextChange(Instant moment) {
    Stream<Instant> ends =
        around(moment)
            .filter(span -> span.contains(moment))
            .map(Opened::to)
            .max(Comparator.naturalOrder())
            .stream();
    return Stream.concat(ends, nextBegin(moment).stream()).min(Comparator.naturalOrder());
  }

  /// The spans that began yesterday or begin today: no other can hold a moment of today.
  private Stream<Opened> around(Instant moment) {
    LocalDate today = moment.atZone(zone).toLocalDate();
    return Stream.of(today.minusDays(1), today).flatMap(this::spans);
  }

  private Stream<Opened> spans(LocalDate date) {
    return rule(date).stream().map(span -> opened(date, span)).sorted();
  }

  private List<DayPart.Span> rule(LocalDate date) {
    return part.exceptions().stream()
        .filter(exception -> exception.date().equals(date))
        .findFirst()
        .map(DayPart.Except::spans)
        .orElseGet(() -> isWithin(date) ? ofWeekday(date) : List.of());
  }

  private boolean isWithin(LocalDate date) {
    LocalDate from = part.from();
    LocalDate until = part.until();
    return (from == null || !date.isBefore(from))
        && (until == null || !date.isAfter(until))
        && (part.hijriMonths().isEmpty() || part.hijriMonths().contains(calendar.month(date)));
  }

  private List<DayPart.Span> ofWeekday(LocalDate date) {
    String day = date.getDayOfWeek().name().toLowerCase(Locale.ROOT);
    return part.week().getOrDefault(day, List.of());
  }

  private Opened opened(LocalDate date, DayPart.Span span) {
    LocalDate end = span.to().isAfter(span.from()) ? date : date.plusDays(1);
    return new Opened(
        ZonedDateTime.of(date, span.from(), zone).toInstant(),
        ZonedDateTime.of(end, span.to(), zone).toInstant());
  }

  /// A span on a date; its end does not belong to it.
  private record Opened(Instant from, Instant to) implements Comparable<Opened> {

    private boolean contains(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(to);
    }

    @Override
    public int compareTo(Opened other) {
      return from.compareTo(other.from);
    }
  }
}
