package com.crmres.desktop.handling;

import com.crmres.desktop.text.Times;
import java.time.Duration;
import java.time.Instant;

/// For how long a conversation is put out of sight.
public enum SnoozeTime {
  HALF_HOUR,
  HOUR,
  THREE_HOURS,

  /// Until the evening of the same day; the next one when it is evening already.
  EVENING,

  /// Until the next morning.
  MORNING,
  WEEK,

  /// As long as the server lets it sleep.
  UNTIL_WRITES;

  private static final int EVENING_HOUR = 18;
  private static final int MORNING_HOUR = 9;
  private static final int LONGEST = 43_200;

  /// At least one.
  public int minutes(Instant now, Times times) {
    return switch (this) {
      case HALF_HOUR -> 30;
      case HOUR -> 60;
      case THREE_HOURS -> 180;
      case EVENING -> until(EVENING_HOUR, now, times);
      case MORNING -> until(MORNING_HOUR, now, times);
      case WEEK -> 7 * 24 * 60;
      case UNTIL_WRITES -> LONGEST;
    };
  }

  private static int until(int hour, Instant now, Times times) {
    Instant today = times.at(times.dayOf(now), hour);
    Instant wanted = today.isAfter(now) ? today : times.at(times.dayOf(now).plusDays(1), hour);
    return Math.max(1, Math.toIntExact((Duration.between(now, wanted).toSeconds() + 59) / 60));
  }

  /// Whether a sleep that ends then only ends when the customer writes.
  public static boolean isUntilWrites(Instant until, Instant now) {
    return Duration.between(now, until).toDays() > 14;
  }
}
