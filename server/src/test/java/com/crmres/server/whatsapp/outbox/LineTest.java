package com.crmres.server.whatsapp.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LineTest {

  private static final Instant START = Instant.parse("2026-11-22T18:00:00Z");

  private final Line line = new Line();

  @Test
  void halfASecondsWorthMayBeUnderWay() {
    assertThat(line.room(60, false, START)).isEqualTo(30);
    line.begin(25);
    assertThat(line.room(60, false, START)).isEqualTo(5);
    line.end();
    assertThat(line.room(60, false, START)).isEqualTo(6);
    assertThat(new Line().room(1, false, START)).isEqualTo(8);
    assertThat(new Line().room(750, false, START)).isEqualTo(160);
  }

  @Test
  void closesAfterFiveFailuresInARowAndThenLetsOneMessageTry() {
    fail(4, START);
    assertThat(line.state(START)).isEqualTo(Line.State.CLOSED);
    fail(1, START);

    assertThat(line.state(START)).isEqualTo(Line.State.OPEN);
    assertThat(line.room(60, false, START)).isZero();
    Instant later = START.plusSeconds(1);
    assertThat(line.state(later)).isEqualTo(Line.State.HALF_OPEN);
    assertThat(line.room(60, false, later)).isEqualTo(1);
    line.begin(1);
    assertThat(line.room(60, false, later)).isZero();
  }

  @Test
  void anAnswerInBetweenMakesFailuresNoRow() {
    fail(4, START);
    line.works();
    fail(4, START);

    assertThat(line.state(START)).isEqualTo(Line.State.CLOSED);
  }

  @Test
  void waitsTwiceAsLongAfterEachFailedTryUpToAMinute() {
    fail(5, START);
    Instant now = START;
    for (long pause : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      assertThat(line.state(now.plusSeconds(pause).minusMillis(1))).isEqualTo(Line.State.OPEN);
      now = now.plusSeconds(pause);
      assertThat(line.state(now)).isEqualTo(Line.State.HALF_OPEN);
      line.fails(now);
    }
    line.works();
    assertThat(line.room(60, false, now.plusSeconds(60))).isEqualTo(30);
    assertThat(line.state(now)).isEqualTo(Line.State.CLOSED);
  }

  @Test
  void whatWasUnderWayWhenItClosedClosesItNoFurther() {
    fail(30, START);

    assertThat(line.state(START.plusSeconds(1))).isEqualTo(Line.State.HALF_OPEN);
  }

  @Test
  void aPausedNumberTriesWithOneMessage() {
    assertThat(line.room(60, true, START)).isEqualTo(1);
    line.begin(1);
    assertThat(line.room(60, true, START)).isZero();
    assertThat(line.isOnProbation()).isTrue();
  }

  @Test
  void restsWhenWhatsAppFindsItTooFast() {
    line.rest(Duration.ofMillis(500), START);
    assertThat(line.room(60, false, START.plusMillis(499))).isZero();
    assertThat(line.room(60, false, START.plusMillis(500))).isEqualTo(30);
  }

  private void fail(int times, Instant now) {
    for (int i = 0; i < times; i++) {
      line.fails(now);
    }
  }
}
