package com.crmres.server.assistant.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreakerTest {

  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  private final Breaker breaker = new Breaker();

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"AUTH", "CREDIT", "CONFIG"})
  void opensAtOnceForTenMinutesOnWhatOnlyPeopleCanMend(Kind kind) {
    breaker.fails(kind, START);

    assertThat(breaker.admits(START.plusSeconds(599))).isFalse();
    assertThat(breaker.state(START.plusSeconds(600))).isEqualTo(Breaker.State.HALF_OPEN);
    assertThat(breaker.admits(START.plusSeconds(600))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"BAD_REQUEST", "BLOCKED", "CANCELLED"})
  void whatARequestIsToBlameForSaysNothingOfTheKey(Kind kind) {
    for (int i = 0; i < 30; i++) {
      breaker.fails(kind, START);
    }

    assertThat(breaker.admits(START)).isTrue();
  }

  @Test
  void opensAfterFiveFailuresInARow() {
    fail(4);
    assertThat(breaker.admits(START)).isTrue();
    fail(1);
    assertThat(breaker.admits(START)).isFalse();
    assertThat(breaker.state(START)).isEqualTo(Breaker.State.OPEN);
  }

  @Test
  void opensWhenHalfOfTheLastTwentyFailed() {
    for (int i = 0; i < 10; i++) {
      assertThat(breaker.admits(START)).isTrue();
      breaker.works();
      fail(1);
    }

    assertThat(breaker.admits(START)).isFalse();
  }

  @Test
  void oneCallAtATimeTriesTheWayAndPausesDoubleUpToTenMinutes() {
    fail(5);
    Instant now = START;
    for (long seconds : new long[] {30, 60, 120, 240, 480, 600, 600}) {
      assertThat(breaker.admits(now.plusSeconds(seconds - 1))).as("before " + seconds).isFalse();
      now = now.plusSeconds(seconds);
      assertThat(breaker.admits(now)).isTrue();
      assertThat(breaker.admits(now)).as("a second one").isFalse();
      breaker.fails(Kind.TIMEOUT, now);
    }
    breaker.admits(now.plus(Duration.ofMinutes(10)));
    breaker.works();

    assertThat(breaker.state(now)).isEqualTo(Breaker.State.CLOSED);
  }

  @Test
  void aTryThatCameToNoEndLetsTheNextOneTry() {
    fail(5);
    breaker.admits(START.plusSeconds(30));
    breaker.saysNothing();

    assertThat(breaker.admits(START.plusSeconds(30))).isTrue();
  }

  @Test
  void lookingAtTheKeyEndsOnlyAPauseThatIsAboutTheKey() {
    breaker.fails(Kind.CREDIT, START);
    breaker.mended(false);
    assertThat(breaker.admits(START)).isFalse();
    breaker.mended(true);
    assertThat(breaker.admits(START)).isTrue();

    fail(5);
    breaker.mended(true);
    assertThat(breaker.admits(START)).isFalse();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.fails(Kind.PROVIDER, START);
    }
  }
}
