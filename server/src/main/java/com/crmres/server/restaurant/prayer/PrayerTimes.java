package com.crmres.server.restaurant.prayer;

import com.crmres.common.restaurant.Prayer;
import com.crmres.common.restaurant.PrayerTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The prayers of a day by the rules of Umm al-Qura, to the minute as the official calendar rounds.
/// Another mosque may call a minute earlier or later.
final class PrayerTimes {

  private static final double DAWN = -18.5;

  /// The upper rim at the horizon, through the air.
  private static final double SUNSET = -0.833;

  private static final Duration NIGHT_AFTER_SUNSET = Duration.ofMinutes(90);
  private static final Duration NIGHT_IN_RAMADAN = Duration.ofHours(2);

  private PrayerTimes() {}

  /// @param date on the wall of the place
  static List<PrayerTime> of(LocalDate date, double latitude, double longitude, boolean ramadan) {
    Sun sun = new Sun(date, latitude, longitude);
    Instant sunset = up(sun.after(SUNSET));
    boolean friday = date.getDayOfWeek() == DayOfWeek.FRIDAY;
    return List.of(
        new PrayerTime(Prayer.FAJR, nearest(sun.before(DAWN))),
        new PrayerTime(friday ? Prayer.JUMUAH : Prayer.DHUHR, up(sun.noon())),
        new PrayerTime(Prayer.ASR, nearest(sun.shadowOfOne())),
        new PrayerTime(Prayer.MAGHRIB, sunset),
        new PrayerTime(Prayer.ISHA, sunset.plus(ramadan ? NIGHT_IN_RAMADAN : NIGHT_AFTER_SUNSET)));
  }

  private static Instant nearest(Instant moment) {
    return moment.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES);
  }

  private static Instant up(Instant moment) {
    return moment.plusMillis(59_999).truncatedTo(ChronoUnit.MINUTES);
  }
}
