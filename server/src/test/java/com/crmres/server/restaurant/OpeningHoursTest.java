package com.crmres.server.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.wire.Json;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

  private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;

  /// A Monday, 00:00 in Riyadh.
  private static final Instant MONDAY =
      ZonedDateTime.of(2026, 11, 23, 0, 0, 0, 0, RIYADH).toInstant();

  @Test
  void aSpanPastMidnightBelongsToTheEvening() {
    OpeningHours hours = only(DayOfWeek.THURSDAY, "18:00", "03:00");

    assertThat(hours.isOpen(at("2026-11-26T17:59"), RIYADH)).isFalse();
    assertThat(hours.isOpen(at("2026-11-26T18:00"), RIYADH)).isTrue();
    assertThat(hours.isOpen(at("2026-11-27T02:59"), RIYADH)).isTrue();
    assertThat(hours.isOpen(at("2026-11-27T03:00"), RIYADH)).isFalse();
    assertThat(hours.isOpen(at("2026-11-27T20:00"), RIYADH)).isFalse();
  }

  @Test
  void aSpanThatEndsWhereItBeginsIsAWholeDay() {
    OpeningHours hours = only(DayOfWeek.MONDAY, "00:00", "00:00");

    assertThat(hours.isOpen(at("2026-11-23T00:00"), RIYADH)).isTrue();
    assertThat(hours.isOpen(at("2026-11-23T23:59"), RIYADH)).isTrue();
    assertThat(hours.isOpen(at("2026-11-24T00:00"), RIYADH)).isFalse();
  }

  @Test
  void saysWhenItOpensNext() {
    OpeningHours hours = only(DayOfWeek.FRIDAY, "13:00", "02:00");

    assertThat(hours.opensAt(at("2026-11-27T20:00"), RIYADH)).isEmpty();
    assertThat(hours.opensAt(at("2026-11-28T02:00"), RIYADH)).contains(at("2026-12-04T13:00"));
  }

  @Test
  void whatNeverOpensSaysNothing() {
    OpeningHours never = new OpeningHours(Map.of());

    assertThat(never.opensAt(MONDAY, RIYADH)).isEmpty();
    assertThat(never.closesAt(MONDAY, RIYADH)).isEmpty();
  }

  @Test
  void travelsAsDaysWithSpans() {
    OpeningHours hours = only(DayOfWeek.SUNDAY, "11:00", "02:00");

    String json = Json.write(hours);

    assertThat(json).isEqualTo("{\"sunday\":[{\"from\":\"11:00\",\"to\":\"02:00\"}]}");
    assertThat(Json.read(json, OpeningHours.class)).isEqualTo(hours);
  }

  @Property(tries = 60)
  void everyMinuteOfAWeekIsOpenExactlyIfASpanCoversIt(@ForAll("weeks") OpeningHours hours) {
    boolean[] open = brute(hours);

    for (int minute = 0; minute < WEEK; minute++) {
      assertThat(hours.isOpen(MONDAY.plus(Duration.ofMinutes(minute)), RIYADH))
          .as("minute %d", minute)
          .isEqualTo(open[minute]);
    }
  }

  @Property(tries = 30)
  void opensAndClosesWhenTheMinutesSay(@ForAll("weeks") OpeningHours hours) {
    boolean[] open = brute(hours);

    for (int minute = 0; minute < WEEK; minute += 7) {
      Instant moment = MONDAY.plus(Duration.ofMinutes(minute));
      Optional<Instant> expectedOpening =
          open[minute] ? Optional.empty() : next(open, minute, true);
      assertThat(hours.opensAt(moment, RIYADH)).isEqualTo(expectedOpening);
      if (open[minute]) {
        Instant closing = hours.closesAt(moment, RIYADH).orElseThrow();
        long length = Duration.between(moment, closing).toMinutes();
        assertThat(length).isPositive();
        for (long ahead = 0; ahead < Math.min(length, WEEK); ahead++) {
          assertThat(open[(int) ((minute + ahead) % WEEK)]).isTrue();
        }
      }
    }
  }

  @Provide
  Arbitrary<OpeningHours> weeks() {
    Arbitrary<LocalTime> times =
        Arbitraries.integers().between(0, DAY - 1).map(minute -> LocalTime.MIN.plusMinutes(minute));
    Arbitrary<OpeningHours.Span> spans =
        Combinators.combine(times, times).as(OpeningHours.Span::new);
    Arbitrary<DayOfWeek> days = Arbitraries.of(DayOfWeek.values());
    return Arbitraries.maps(days, spans.list().ofMaxSize(2)).ofMaxSize(7).map(OpeningHours::new);
  }

  /// The week minute by minute, the slow way.
  private static boolean[] brute(OpeningHours hours) {
    boolean[] open = new boolean[WEEK];
    hours
        .week()
        .forEach((day, spans) -> {
          for (OpeningHours.Span span : spans) {
            int from = (day.getValue() - 1) * DAY + span.from().toSecondOfDay() / 60;
            int length =
                Math.floorMod(span.to().toSecondOfDay() - span.from().toSecondOfDay(), 86_400) / 60;
            for (int minute = 0; minute < (length == 0 ? DAY : length); minute++) {
              open[(from + minute) % WEEK] = true;
            }
          }
        });
    return open;
  }

  private static Optional<Instant> next(boolean[] open, int from, boolean wanted) {
    for (int ahead = 1; ahead <= WEEK; ahead++) {
      if (open[(from + ahead) % WEEK] == wanted) {
        return Optional.of(MONDAY.plus(Duration.ofMinutes(from + ahead)));
      }
    }
    return Optional.empty();
  }

  private static OpeningHours only(DayOfWeek day, String from, String to) {
    Map<DayOfWeek, List<OpeningHours.Span>> week = new HashMap<>();
    week.put(day, List.of(new OpeningHours.Span(LocalTime.parse(from), LocalTime.parse(to))));
    return new OpeningHours(week);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(RIYADH).toInstant();
  }
}
