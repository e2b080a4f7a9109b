package com.crmres.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackOffTest {

  @Test
  void growsToAQuarterOfAMinuteAndNoFurther() {
    var backOff = new BackOff(new SplittableRandom(7));

    for (int attempt = 0; attempt < 1_000; attempt++) {
      Duration wait = backOff.before(attempt);
      long full = Math.min(15_000, 500L << Math.min(attempt, 6));
      assertThat(wait.toMillis()).isBetween(full / 2, full);
    }
  }
}
