package com.crmres.server.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.restaurant.HijriMonth;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.restaurant.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {

  private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");
  private static final int DAY = 24 * 60;

  /// The Sunday before the last days of Sha'ban 1447; Ramadan begins on Wednesday, 18 February
  /// 2026.
  private static final LocalDate SUNDAY = LocalDate.of(2026, 2, 15);

  private static final OpeningHours USUAL =
      OpeningHours.daily(span("11:00", "15:00"), span("23:30", "02:30"));
  private static final OpeningHours RAMADAN = OpeningHours.daily(span("18:00", "03:00"));

  @ParameterizedTest
  @CsvSource({
    "23:29, false",
    "23:30, true",
    "00:00, true",
    "02:29, true",
    "02:30, false",
    "11:00, true",
    "14:59, true",
    "15:00, false"
  })
  void twoBlocksOfWhichOneCrossesMidnight(LocalTime time, boolean open) {
    Instant moment = SUNDAY.atTime(time).atZone(RIYADH).toInstant();

    assertThat(Timetable.weekly(USUAL).isOpen(moment, RIYADH)).isEqualTo(open);
  }

  @Test
  void theNightBeforeRamadanEndsAsUsualAndItsOwnNightsGoOnUntilThree() {
    Timetable times = times(List.of(), 0);

    assertThat(times.isOpen(at("2026-02-18T02:29"), RIYADH)).isTrue();
    assertThat(times.isOpen(at("2026-02-18T02:30"), RIYADH)).isFalse();
    assertThat(times.isOpen(at("2026-02-18T12:00"), RIYADH)).isFalse();
    assertThat(times.isOpen(at("2026-02-18T18:00"), RIYADH)).isTrue();
    assertThat(times.isOpen(at("2026-02-19T02:59"), RIYADH)).isTrue();
    assertThat(times.isOpen(at("2026-03-19T18:00"), RIYADH)).isTrue();
    assertThat(times.isOpen(at("2026-03-20T18:00"), RIYADH)).isFalse();
    assertThat(times.isOpen(at("2026-03-20T23:30"), RIYADH)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"-1, 2026-02-17", "0, 2026-02-18", "1, 2026-02-19"})
  void anAnnouncementMovesTheBeginningOfRamadan(int days, LocalDate first) {
    HijriMonths months = HijriMonths.RECKONED.with(new HijriMonth(1447, 9, days));

    assertThat(months.isRamadan(first.minusDays(1))).isFalse();
    assertThat(months.isRamadan(first)).isTrue();
    assertThat(months.isRamadan(LocalDate.of(2026, 3, 19))).isTrue();
    assertThat(months.isRamadan(LocalDate.of(2026, 3, 20))).isFalse();
  }

  @Test
  void anAnnouncedEidEndsRamadanADayEarly() {
    HijriMonths months = HijriMonths.RECKONED.with(new HijriMonth(1447, 10, -1));

    assertThat(months.isRamadan(LocalDate.of(2026, 3, 18))).isTrue();
    assertThat(months.isRamadan(LocalDate.of(2026, 3, 19))).isFalse();
  }

  @Test
  void aClosedDateDoesNotCutOffTheNightThatReachesIntoIt() {
    LocalizedText note = new LocalizedText("إجازة", "Holiday");
    Timetable times = times(List.of(new SpecialDay(LocalDate.of(2026, 2, 16), List.of(), note)), 0);

    assertThat(times.isOpen(at("2026-02-16T02:00"), RIYADH)).isTrue();
    assertThat(times.isOpen(at("2026-02-16T12:00"), RIYADH)).isFalse();
    assertThat(times.isOpen(at("2026-02-17T01:00"), RIYADH)).isFalse();
    assertThat(times.ordersFrom(at("2026-02-16T12:00"), RIYADH)).contains(at("2026-02-17T11:00"));
    assertThat(times.note(LocalDate.of(2026, 2, 16))).contains(note);
  }

  @Test
  void aDateWithOtherSpansGoesBeforeRamadan() {
    SpecialDay day =
        new SpecialDay(LocalDate.of(2026, 2, 20), List.of(span("20:00", "22:00")), null);
    Timetable times = times(List.of(day), 0);

    assertThat(times.isOpen(at("2026-02-20T02:00"), RIYADH)).isTrue();
    assertThat(times.isOpen(at("2026-02-20T18:30"), RIYADH)).isFalse();
    assertThat(times.isOpen(at("2026-02-20T21:00"), RIYADH)).isTrue();
    assertThat(times.isOpen(at("2026-02-20T23:00"), RIYADH)).isFalse();
  }

  @Test
  void theLastOrderIsTakenBeforeTheDoorsClose() {
    Timetable times = times(List.of(), 20);

    assertThat(times.lastOrderAt(at("2026-02-15T14:39"), RIYADH)).contains(at("2026-02-15T14:40"));
    assertThat(times.lastOrderAt(at("2026-02-15T14:40"), RIYADH)).isEmpty();
    assertThat(times.isOpen(at("2026-02-15T14:40"), RIYADH)).isTrue();
    assertThat(times.ordersFrom(at("2026-02-15T14:40"), RIYADH)).contains(at("2026-02-15T23:30"));
  }

  @Test
  void aSeasonOfClosedDaysEndsWithTheFirstOpenOne() {
    List<SpecialDay> closed = new ArrayList<>();
    for (int day = 0; day < 30; day++) {
      closed.add(new SpecialDay(SUNDAY.plusDays(day), List.of(), null));
    }
    Timetable times = new Timetable(USUAL, new SpecialTimes(null, closed, 0), HijriMonths.RECKONED);

    assertThat(times.ordersFrom(at("2026-02-15T12:00"), RIYADH)).contains(at("2026-03-17T11:00"));
  }

  /// A week that begins before Ramadan and ends in it, minute by minute, the slow way.
  @Property(tries = 40)
  void everyMinuteIsOpenExactlyIfASpanOfItsDateOrOfTheNightBeforeCoversIt(
      @ForAll("weeks") OpeningHours usual,
      @ForAll("weeks") OpeningHours ramadan,
      @ForAll @IntRange(max = 6) int special,
      @ForAll("spans") List<Span> spans) {
    SpecialDay day = new SpecialDay(SUNDAY.plusDays(special), spans, null);
    Timetable times =
        new Timetable(usual, new SpecialTimes(ramadan, List.of(day), 0), HijriMonths.RECKONED);
    boolean[] open = brute(usual, ramadan, day);

    for (int minute = DAY; minute < 8 * DAY; minute++) {
      Instant moment =
          SUNDAY.minusDays(1).atStartOfDay(RIYADH).toInstant().plus(Duration.ofMinutes(minute));
      assertThat(times.isOpen(moment, RIYADH)).as("minute %d", minute).isEqualTo(open[minute]);
    }
  }

  @Property(tries = 200)
  void whenOrdersAreTakenAgainTheyAreTaken(
      @ForAll("weeks") OpeningHours usual,
      @ForAll @IntRange(max = 10_000) int minute,
      @ForAll @IntRange(max = 180) int lastOrder) {
    Timetable times =
        new Timetable(usual, new SpecialTimes(null, List.of(), lastOrder), HijriMonths.RECKONED);
    Instant moment = SUNDAY.atStartOfDay(RIYADH).toInstant().plus(Duration.ofMinutes(minute));

    Optional<Instant> until = times.lastOrderAt(moment, RIYADH);
    Optional<Instant> from = times.ordersFrom(moment, RIYADH);

    assertThat(until.isPresent() && from.isPresent()).isFalse();
    until.ifPresent(end -> assertThat(end).isAfter(moment));
    from.ifPresent(start -> {
      assertThat(start).isAfter(moment);
      assertThat(times.isOpen(start, RIYADH)).isTrue();
    });
  }

  @Provide
  Arbitrary<OpeningHours> weeks() {
    return Arbitraries.maps(Arbitraries.of(DayOfWeek.values()), spans())
        .ofMaxSize(7)
        .map(OpeningHours::new);
  }

  @Provide
  Arbitrary<List<Span>> spans() {
    Arbitrary<LocalTime> times =
        Arbitraries.integers().between(0, DAY - 1).map(minute -> LocalTime.MIN.plusMinutes(minute));
    return Combinators.combine(times, times).as(Span::new).list().ofMaxSize(2);
  }

  private static boolean[] brute(OpeningHours usual, OpeningHours ramadan, SpecialDay special) {
    boolean[] open = new boolean[12 * DAY];
    Map<LocalDate, List<Span>> dates = new HashMap<>();
    for (int day = 0; day < 10; day++) {
      LocalDate date = SUNDAY.minusDays(1).plusDays(day);
      OpeningHours week = date.isBefore(LocalDate.of(2026, 2, 18)) ? usual : ramadan;
      dates.put(date, week.week().getOrDefault(date.getDayOfWeek(), List.of()));
    }
    dates.put(special.date(), special.spans());
    dates.forEach((date, spans) -> {
      int first = (int) (date.toEpochDay() - SUNDAY.minusDays(1).toEpochDay()) * DAY;
      for (Span span : spans) {
        int from = span.from().toSecondOfDay() / 60;
        int length = Math.floorMod(span.to().toSecondOfDay() / 60 - from, DAY);
        for (int minute = 0; minute < (length == 0 ? DAY : length); minute++) {
          open[first + from + minute] = true;
        }
      }
    });
    return open;
  }

  private static Timetable times(List<SpecialDay> days, int lastOrder) {
    return new Timetable(USUAL, new SpecialTimes(RAMADAN, days, lastOrder), HijriMonths.RECKONED);
  }

  private static Span span(String from, String to) {
    return new Span(LocalTime.parse(from), LocalTime.parse(to));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(RIYADH).toInstant();
  }
}
