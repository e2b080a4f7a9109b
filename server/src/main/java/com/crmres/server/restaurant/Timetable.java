package com.crmres.server.restaurant;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.restaurant.OpeningHours.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// All that decides when a branch is open: its week, its week in Ramadan, single dates. A date goes
/// before Ramadan, Ramadan before the usual week.
public record Timetable(OpeningHours usual, SpecialTimes special, HijriMonths months) {

  /// The same hours in every week.
  public static Timetable weekly(OpeningHours usual) {
    return new Timetable(usual, SpecialTimes.NONE, HijriMonths.RECKONED);
  }

  /// Whether the doors are open; the last order may be over.
  public boolean isOpen(Instant moment, ZoneId zone) {
    return openings(zone).isOpen(moment);
  }

  /// When the doors close, if they are open.
  public Optional<Instant> closesAt(Instant moment, ZoneId zone) {
    return openings(zone).closesAt(moment);
  }

  /// Until when orders are taken, if they are.
  public Optional<Instant> lastOrderAt(Instant moment, ZoneId zone) {
    return closesAt(moment, zone)
        .map(end -> end.minus(Duration.ofMinutes(special.lastOrderMinutes())))
        .filter(moment::isBefore);
  }

  /// From when orders are taken, if they are not; empty if that is not known.
  public Optional<Instant> ordersFrom(Instant moment, ZoneId zone) {
    if (lastOrderAt(moment, zone).isPresent()) {
      return Optional.empty();
    }
    Instant closed = closesAt(moment, zone).orElse(moment);
    return openings(zone).opensAt(closed);
  }

  /// What customers are told of the date, if it is a special one.
  public Optional<LocalizedText> note(LocalDate date) {
    return special.days().stream()
        .filter(day -> day.date().equals(date))
        .findFirst()
        .flatMap(day -> Optional.ofNullable(day.note()));
  }

  private Openings openings(ZoneId zone) {
    return new Openings(this::on, zone);
  }

  private List<Span> on(LocalDate date) {
    return special.days().stream()
        .filter(day -> day.date().equals(date))
        .findFirst()
        .map(SpecialDay::spans)
        .orElseGet(() -> week(date).on(date));
  }

  private OpeningHours week(LocalDate date) {
    OpeningHours ramadan = special.ramadan();
    return ramadan != null && months.isRamadan(date) ? ramadan : usual;
  }
}
