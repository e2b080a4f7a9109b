package com.crmres.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimesTest {

  private static final Instant EVENING = Instant.parse("2026-11-23T17:45:09Z");
  private final Times arabic = new Times(Texts.in(ScreenLanguage.ARABIC), ZoneId.of("Asia/Riyadh"));
  private final Times english =
      new Times(Texts.in(ScreenLanguage.ENGLISH), ZoneId.of("Asia/Riyadh"));

  @Test
  void showsTheBranchsOwnTime() {
    assertThat(arabic.clock(EVENING)).isEqualTo("8:45 م");
    assertThat(english.clock(EVENING)).isEqualTo("8:45 PM");
    assertThat(english.clock(EVENING.plus(Duration.ofHours(4)))).isEqualTo("12:45 AM");
  }

  @Test
  void namesTodayAndYesterday() {
    assertThat(arabic.listed(EVENING.minusSeconds(60), EVENING)).isEqualTo("8:44 م");
    assertThat(arabic.listed(EVENING.minus(Duration.ofDays(1)), EVENING)).isEqualTo("أمس");
    assertThat(english.listed(EVENING.minus(Duration.ofDays(2)), EVENING)).contains("21/11/2026");
  }

  @Test
  void separatesDaysInBothCalendars() {
    assertThat(english.day(LocalDate.of(2026, 2, 20), EVENING))
        .contains("Friday", "20/2/2026", "3/9/1447");
  }

  @Test
  void countsSecondsAtFirstAndMinutesLater() {
    assertThat(arabic.waiting(EVENING.minusSeconds(67), EVENING)).isEqualTo("1:07");
    assertThat(arabic.waiting(EVENING.plusSeconds(3), EVENING)).isEqualTo("0:00");
    assertThat(arabic.waiting(EVENING.minusSeconds(720), EVENING)).isEqualTo("12 د");
    assertThat(english.span(Duration.ofMinutes(185))).isEqualTo("3 h 5 min");
    assertThat(english.span(Duration.ofHours(50))).isEqualTo("2 d");
  }
}
