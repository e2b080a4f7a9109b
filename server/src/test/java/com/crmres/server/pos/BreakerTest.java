package com.crmres.server.pos;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.identity.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private static final UUID OLAYA = new UUID(0, 1);
  private static final UUID MALAZ = new UUID(0, 2);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T17:00:00Z"));
  private final Breaker breaker = new Breaker(clock);

  @Test
  void fourFailuresAreBadLuckAndFiveARest() {
    fail(4);
    assertThat(breaker.admits(OLAYA, 4)).isEqualTo(4);
    assertThat(breaker.rests(OLAYA)).isFalse();

    fail(1);

    assertThat(breaker.admits(OLAYA, 4)).isZero();
    assertThat(breaker.rests(OLAYA)).isTrue();
  }

  @Test
  void afterTheRestOneCallTriesTheWay() {
    fail(5);

    clock.forward(Duration.ofMillis(4999));
    assertThat(breaker.admits(OLAYA, 4)).isZero();
    clock.forward(Duration.ofMillis(1));

    assertThat(breaker.admits(OLAYA, 4)).isEqualTo(1);
  }

  @Test
  void eachFurtherFailureDoublesTheRestUpToFiveMinutes() {
    fail(5);
    for (int seconds : new int[] {5, 10, 20, 40, 80, 160, 300, 300}) {
      clock.forward(Duration.ofSeconds(seconds).minusMillis(1));
      assertThat(breaker.admits(OLAYA, 4)).as("%s s", seconds).isZero();
      clock.forward(Duration.ofMillis(1));
      assertThat(breaker.admits(OLAYA, 4)).as("%s s", seconds).isEqualTo(1);
      fail(1);
    }
  }

  @Test
  void oneCallThatWorksEndsIt() {
    fail(7);

    breaker.works(OLAYA);

    assertThat(breaker.admits(OLAYA, 4)).isEqualTo(4);
    fail(4);
    assertThat(breaker.admits(OLAYA, 4)).isEqualTo(4);
  }

  @Test
  void oneTillsTroubleIsNotAnothers() {
    fail(5);

    assertThat(breaker.admits(MALAZ, 4)).isEqualTo(4);
    assertThat(breaker.rests(MALAZ)).isFalse();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.fails(OLAYA);
    }
  }
}
