package com.crmres.server.restaurant.prayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.crmres.common.restaurant.Prayer;
import com.crmres.common.restaurant.PrayerTime;
import com.crmres.server.restaurant.HijriMonths;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PrayerTimesTest {

  private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");

  /// One time as the official calendar has it.
  private record Official(
      String city, double latitude, double longitude, LocalDate date, Prayer prayer, LocalTime at) {

    static Official read(String line) {
      String[] parts = line.split(",", -1);
      return new Official(
          parts[0],
          Double.parseDouble(parts[1]),
          Double.parseDouble(parts[2]),
          LocalDate.parse(parts[3]),
          Prayer.valueOf(parts[4].toUpperCase(Locale.ROOT)),
          LocalTime.parse(parts[5]));
    }

    /// By how many minutes we are late.
    long off() {
      List<PrayerTime> day =
          PrayerTimes.of(date, latitude, longitude, HijriMonths.RECKONED.isRamadan(date));
      Instant ours =
          day.stream().filter(time -> same(time.prayer())).findFirst().orElseThrow().at();
      return Duration.between(date.atTime(at).atZone(RIYADH).toInstant(), ours).toMinutes();
    }

    private boolean same(Prayer other) {
      return other == prayer || (other == Prayer.JUMUAH && prayer == Prayer.DHUHR);
    }
  }

  @Test
  void isNeverMoreThanAMinuteFromTheOfficialCalendarAndMostlyEqual() throws Exception {
    List<Official> all = official();

    assertThat(all).hasSizeGreaterThan(100);
    assertThat(all).allSatisfy(one -> assertThat(one.off()).isCloseTo(0L, within(1L)));
    long equal = all.stream().filter(one -> one.off() == 0).count();
    assertThat((double) equal / all.size()).isGreaterThan(0.75);
  }

  @Test
  void theNightPrayerIsLaterInRamadan() {
    for (boolean ramadan : new boolean[] {false, true}) {
      List<PrayerTime> day = PrayerTimes.of(LocalDate.of(2026, 2, 20), 24.7136, 46.6753, ramadan);

      assertThat(Duration.between(day.get(3).at(), day.get(4).at()).toMinutes())
          .isEqualTo(ramadan ? 120 : 90);
    }
  }

  @Test
  void theCongregationComesTogetherOnFridays() {
    assertThat(PrayerTimes.of(LocalDate.of(2026, 11, 27), 24.7136, 46.6753, false))
        .extracting(PrayerTime::prayer)
        .containsExactly(Prayer.FAJR, Prayer.JUMUAH, Prayer.ASR, Prayer.MAGHRIB, Prayer.ISHA);
  }

  @Test
  void prayersOfEveryDayOfSomeYearsFollowEachOther() {
    LocalDate.of(2026, 1, 1)
        .datesUntil(LocalDate.of(2030, 1, 1))
        .forEach(date ->
            assertThat(PrayerTimes.of(date, 28.3838, 36.5550, false))
                .extracting(PrayerTime::at)
                .isSorted());
  }

  private static List<Official> official() throws Exception {
    List<Official> all = new ArrayList<>();
    try (InputStream file = PrayerTimesTest.class.getResourceAsStream("official.csv")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      text.lines().skip(1).map(Official::read).forEach(all::add);
    }
    return all;
  }
}
