package com.crmres.server.menu;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.menu.DayPart;
import com.crmres.common.menu.DayPart.Except;
import com.crmres.common.menu.DayPart.Span;
import com.crmres.common.restaurant.LocalizedText;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DayPartTimesTest {

  private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");
  private static final int MINUTES = 7 * 24 * 60;

  /// The first of Ramadan 1448 by the computed calendar.
  private static final LocalDate RAMADAN = LocalDate.of(2027, 2, 8);

  private static final DayPart LATE = daily(span("23:30", "02:30"));

  @Test
  void aSpanAcrossMidnightHoldsInEachMinuteOfTheWeekThatItSays() {
    Instant start = at("2026-11-22T00:00");
    for (int minute = 0; minute < MINUTES; minute++) {
      Instant moment = start.plusSeconds(60L * minute);
      int ofDay = minute % (24 * 60);

      assertThat(times(LATE, 0).isNow(moment))
          .as("%s", moment)
          .isEqualTo(ofDay >= 23 * 60 + 30 || ofDay < 2 * 60 + 30);
    }
  }

  @Test
  void theNextChangeIsTheNextMomentAtWhichTheAnswerDiffers() {
    DayPart part = daily(span("07:00", "11:00"), span("10:30", "12:00"), span("23:30", "02:30"));
    DayPartTimes times = times(part, 0);
    Instant start = at("2026-11-22T00:00");
    for (int minute = 0; minute < 2 * 24 * 60; minute += 7) {
      Instant moment = start.plusSeconds(60L * minute);
      Instant change = times.nextChange(moment).orElseThrow();
      for (Instant later = moment; later.isBefore(change); later = later.plusSeconds(60)) {
        assertThat(times.isNow(later)).isEqualTo(times.isNow(moment));
      }
    }
  }

  @Test
  void aDayOffAfterALateNightTakesNothingFromTheNight() {
    DayPart part = except(LATE, new Except(LocalDate.of(2026, 11, 24), List.of()));

    assertThat(times(part, 0).isNow(at("2026-11-24T01:00"))).isTrue();
    assertThat(times(part, 0).isNow(at("2026-11-24T23:45"))).isFalse();
    assertThat(times(part, 0).isNow(at("2026-11-25T01:00"))).isFalse();
    assertThat(times(part, 0).isNow(at("2026-11-25T23:45"))).isTrue();
  }

  @Test
  void theSuhoorOfTheLastNightGoesOnIntoTheFeast() {
    DayPart suhoor = inRamadan(span("22:00", "03:30"));

    assertThat(
            times(suhoor, 0).isNow(RAMADAN.minusDays(1).atTime(23, 0).atZone(RIYADH).toInstant()))
        .isFalse();
    assertThat(times(suhoor, 0).isNow(RAMADAN.atTime(1, 0).atZone(RIYADH).toInstant())).isFalse();
    assertThat(times(suhoor, 0).isNow(RAMADAN.atTime(23, 0).atZone(RIYADH).toInstant())).isTrue();
    LocalDate last = lastOfRamadan();
    assertThat(times(suhoor, 0).isNow(last.plusDays(1).atTime(1, 0).atZone(RIYADH).toInstant()))
        .isTrue();
    assertThat(times(suhoor, 0).isNow(last.plusDays(1).atTime(23, 0).atZone(RIYADH).toInstant()))
        .isFalse();
  }

  @Test
  void theMoonMayComeADayBeforeOrAfterTheTable() {
    DayPart suhoor = inRamadan(span("22:00", "23:00"));
    Instant dayBefore = RAMADAN.minusDays(1).atTime(22, 30).atZone(RIYADH).toInstant();
    Instant first = RAMADAN.atTime(22, 30).atZone(RIYADH).toInstant();

    assertThat(times(suhoor, 1).isNow(dayBefore)).isTrue();
    assertThat(times(suhoor, 0).isNow(dayBefore)).isFalse();
    assertThat(times(suhoor, -1).isNow(first)).isFalse();
  }

  @Test
  void saysInNovemberWhenRamadanBegins() {
    DayPart suhoor = inRamadan(span("22:00", "03:30"));

    assertThat(times(suhoor, 0).nextBegin(at("2026-11-23T12:00")))
        .contains(RAMADAN.atTime(22, 0).atZone(RIYADH).toInstant());
  }

  @Test
  void whatIsOverDoesNotBeginAgain() {
    DayPart part =
        new DayPart(
            LATE.id(),
            LATE.name(),
            LATE.week(),
            Set.of(),
            null,
            LocalDate.of(2026, 11, 1),
            List.of());

    assertThat(times(part, 0).nextChange(at("2026-11-23T12:00"))).isEqualTo(Optional.empty());
  }

  private static LocalDate lastOfRamadan() {
    HijriCalendar calendar = new HijriCalendar(0);
    LocalDate day = RAMADAN;
    while (calendar.month(day.plusDays(1)) == 9) {
      day = day.plusDays(1);
    }
    assertThat(calendar.month(RAMADAN)).isEqualTo(9);
    assertThat(calendar.month(RAMADAN.minusDays(1))).isEqualTo(8);
    return day;
  }

  private static DayPartTimes times(DayPart part, int shift) {
    return new DayPartTimes(part, new HijriCalendar(shift), RIYADH);
  }

  private static DayPart daily(Span... spans) {
    return new DayPart(
        new UUID(0, 1),
        new LocalizedText("وقت", "Time"),
        week(spans),
        Set.of(),
        null,
        null,
        List.of());
  }

  private static DayPart inRamadan(Span... spans) {
    return new DayPart(
        new UUID(0, 1),
        new LocalizedText("سحور", "Suhoor"),
        week(spans),
        Set.of(9),
        null,
        null,
        List.of());
  }

  private static DayPart except(DayPart part, Except exception) {
    return new DayPart(
        part.id(), part.name(), part.week(), Set.of(), null, null, List.of(exception));
  }

  private static Map<String, List<Span>> week(Span... spans) {
    return Arrays.stream(DayOfWeek.values())
        .collect(Collectors.toMap(day -> day.name().toLowerCase(Locale.ROOT), _ -> List.of(spans)));
  }

  private static Span span(String from, String to) {
    return new Span(LocalTime.parse(from), LocalTime.parse(to));
  }

  private static Instant at(String local) {
    return ZonedDateTime.of(LocalDateTime.parse(local), RIYADH).toInstant();
  }
}
