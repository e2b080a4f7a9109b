package com.crmres.bench.weather;

import java.time.Duration;

/// How customers come: some time calmly, then in a burst of ten times as many, and so on.
///
/// @param calmRate how many come in a second of calm
record Tide(int calmRate) {

  static final int BURST = 10;

  private static final Duration CALM = Duration.ofSeconds(4);
  private static final Duration FLOOD = Duration.ofSeconds(2);

  /// When the message with this place in the evening is written, counted from its beginning.
  Duration momentOf(int place) {
    double inCalm = calmRate * seconds(CALM);
    double inRound = inCalm + calmRate * BURST * seconds(FLOOD);
    double rounds = Math.floor(place / inRound);
    double rest = place - rounds * inRound;
    double within =
        rest < inCalm ? rest / calmRate : seconds(CALM) + (rest - inCalm) / (calmRate * BURST);
    return Duration.ofNanos(
        (long) ((rounds * seconds(CALM.plus(FLOOD)) + within) * Duration.ofSeconds(1).toNanos()));
  }

  private static double seconds(Duration span) {
    return span.toMillis() / 1000.0;
  }
}
