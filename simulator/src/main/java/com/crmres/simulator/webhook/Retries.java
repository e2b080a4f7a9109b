package com.crmres.simulator.webhook;

import java.time.Duration;

/// How a delivery that was not answered 200 is tried again: with growing gaps, for ever.
///
/// @param patience how long an answer is waited for
public record Retries(Duration first, Duration longest, Duration patience) {

  /// Short enough for tests and demonstrations.
  public static final Retries BRISK =
      new Retries(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(10));

  public Duration gapAfter(int attempts) {
    Duration gap = first.multipliedBy(1L << Math.min(attempts - 1, 20));
    return gap.compareTo(longest) < 0 ? gap : longest;
  }
}
