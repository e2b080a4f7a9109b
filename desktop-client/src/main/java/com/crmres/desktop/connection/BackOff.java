package com.crmres.desktop.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: doubling, with jitter so that a whole restaurant's
/// screens do not come back in the same instant.
final class BackOff {

  private static final long FIRST_MILLIS = 500;
  private static final long LONGEST_MILLIS = 15_000;

  private final RandomGenerator random;

  BackOff(RandomGenerator random) {
    this.random = random;
  }

  /// The wait before an attempt.
  ///
  /// @param attempt 0 for the first
  Duration before(int attempt) {
    long full = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt, 6));
    return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
  }
}
