package com.crmres.desktop.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.chrono.HijrahDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/// Writes times and spans as the branch reads them, always with Latin digits.
public final class Times {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mm", Locale.ROOT);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Texts texts;
  private final ZoneId zone;

  public Times(Texts texts, ZoneId zone) {
    this.texts = texts;
    this.zone = zone;
  }

  public LocalDate dayOf(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /// The moment of a full hour of a day.
  public Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(zone).toInstant();
  }

  /// `12:45 م`.
  public String clock(Instant at) {
    LocalTime time = at.atZone(zone).toLocalTime();
    String half = time.getHour() < 12 ? "time.am" : "time.pm";
    return texts.of(half, CLOCK.format(time));
  }

  /// The time for today, a word for yesterday, else the date.
  public String listed(Instant at, Instant now) {
    LocalDate day = dayOf(at);
    LocalDate today = dayOf(now);
    if (day.equals(today)) {
      return clock(at);
    }
    return day.equals(today.minusDays(1)) ? texts.of("time.yesterday") : date(day);
  }

  /// A time to come: alone if it is today, else with its date.
  public String listedMoment(Instant at, Instant now) {
    return dayOf(at).equals(dayOf(now)) ? clock(at) : moment(at);
  }

  /// Time and date, for what must be told apart exactly. The time first: its Arabic letter keeps
  /// the two numbers from being read as one from left to right.
  public String moment(Instant at) {
    return clock(at) + "  ·  " + date(dayOf(at));
  }

  /// The line between two days of a thread, with the Hijri date.
  public String day(LocalDate day, Instant now) {
    LocalDate today = dayOf(now);
    if (day.equals(today)) {
      return texts.of("time.today");
    }
    if (day.equals(today.minusDays(1))) {
      return texts.of("time.yesterday");
    }
    return texts.of(
        "time.day", texts.of("time.weekday", day.getDayOfWeek()), date(day), hijri(day));
  }

  /// The date alone, of what ends on a day.
  public String dateOf(Instant at) {
    return date(dayOf(at));
  }

  /// `23/11/2026`.
  public static String date(LocalDate day) {
    return DisplayText.leftToRight(
        String.format(
            Locale.ROOT, "%d/%d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear()));
  }

  private static String hijri(LocalDate day) {
    HijrahDate date = HijrahDate.from(day);
    return DisplayText.leftToRight(
        String.format(
            Locale.ROOT,
            "%d/%d/%d",
            date.get(ChronoField.DAY_OF_MONTH),
            date.get(ChronoField.MONTH_OF_YEAR),
            date.get(ChronoField.YEAR)));
  }

  /// A waiting clock: `1:07` under ten minutes, then minutes, then hours.
  public String waiting(Instant since, Instant now) {
    Duration waited = Duration.between(since, now);
    if (waited.isNegative()) {
      waited = Duration.ZERO;
    }
    return waited.compareTo(LONG) < 0
        ? String.format(Locale.ROOT, "%d:%02d", waited.toMinutes(), waited.toSecondsPart())
        : span(waited);
  }

  /// What is left of something that ends: `3 س 5 د`, and in its last hour `47:12`, which ticks.
  public String left(Duration rest) {
    return rest.toHours() > 0
        ? span(rest)
        : DisplayText.leftToRight(
            String.format(Locale.ROOT, "%d:%02d", rest.toMinutes(), rest.toSecondsPart()));
  }

  /// `12 د`, `3 س 5 د`.
  public String span(Duration span) {
    long hours = span.toHours();
    if (hours >= 24) {
      return texts.of("time.days", Long.toString(span.toDays()));
    }
    return hours > 0
        ? texts.of("time.hours", Long.toString(hours), Integer.toString(span.toMinutesPart()))
        : texts.of("time.minutes", Long.toString(span.toMinutes()));
  }
}
