package com.crmres.server.restaurant;

import com.crmres.server.restaurant.OpeningHours.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Asks a calendar of spans what is open when.
///
/// A span belongs to the date it begins on: what another date says of itself never cuts off the
/// night before.
///
/// @param spans those that begin on a date, in any order
record Openings(Function<LocalDate, List<Span>> spans, ZoneId zone) {

  /// Longer than a branch is closed for a season; searched only as far as needed.
  private static final int DAYS_AHEAD = 62;

  boolean isOpen(Instant moment) {
    return near(moment).anyMatch(opened -> opened.contains(moment));
  }

  /// When it closes, if it is open now; spans that touch or overlap count as one.
  Optional<Instant> closesAt(Instant moment) {
    Instant end = moment;
    for (Opened opened : (Iterable<Opened>) from(moment)::iterator) {
      if (opened.from().isAfter(end)) {
        break;
      }
      if (opened.contains(end)) {
        end = opened.to();
      }
    }
    return end.equals(moment) ? Optional.empty() : Optional.of(end);
  }

  /// When it opens next, if it is closed now; empty while it is open, or if it never opens.
  Optional<Instant> opensAt(Instant moment) {
    return isOpen(moment)
        ? Optional.empty()
        : from(moment).map(Opened::from).filter(from -> from.isAfter(moment)).findFirst();
  }

  /// Every span that can contain the moment.
  private Stream<Opened> near(Instant moment) {
    LocalDate today = moment.atZone(zone).toLocalDate();
    return Stream.of(today.minusDays(1), today).flatMap(this::on);
  }

  /// Every span that can contain the moment or begins later, in the order of their beginning.
  private Stream<Opened> from(Instant moment) {
    LocalDate yesterday = moment.atZone(zone).toLocalDate().minusDays(1);
    return yesterday.datesUntil(yesterday.plusDays(1 + DAYS_AHEAD)).flatMap(this::on);
  }

  private Stream<Opened> on(LocalDate date) {
    return spans.apply(date).stream().map(span -> opened(span, date)).sorted();
  }

  private Opened opened(Span span, LocalDate date) {
    LocalDate end = span.to().isAfter(span.from()) ? date : date.plusDays(1);
    return new Opened(
        ZonedDateTime.of(date, span.from(), zone).toInstant(),
        ZonedDateTime.of(end, span.to(), zone).toInstant());
  }

  /// A span as it falls on a date; its end does not belong to it.
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
