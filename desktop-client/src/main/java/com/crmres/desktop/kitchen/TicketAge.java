package com.crmres.desktop.kitchen;

import java.time.Duration;
import java.time.Instant;

/// How urgent a ticket is: by the time left to what was promised, else by the time it stands.
///
/// @param waited since it was given out
/// @param left to the promise, negative when it is past; the time to a usual promise without one
record TicketAge(Level level, Duration waited, Duration left) {

  /// Never shown by colour alone.
  enum Level {
    GOOD,
    DUE,
    LATE,
    VERY_LATE
  }

  private static final Duration USUAL_LATE = Duration.ofMinutes(8);
  private static final Duration VERY = Duration.ofMinutes(10);
  private static final double SOON = 0.4;

  static TicketAge of(Card card, Instant now) {
    Instant begun = card.queueAt();
    Instant promise = card.promisedAt();
    Instant end = promise == null ? begun.plus(USUAL_LATE) : promise;
    Duration waited = Duration.between(begun, now);
    Duration left = Duration.between(now, end);
    return new TicketAge(
        level(Duration.between(begun, end), left),
        waited.isNegative() ? Duration.ZERO : waited,
        left);
  }

  private static Level level(Duration whole, Duration left) {
    if (left.isNegative()) {
      return left.abs().compareTo(VERY) > 0 ? Level.VERY_LATE : Level.LATE;
    }
    return left.toMillis() <= whole.toMillis() * SOON ? Level.DUE : Level.GOOD;
  }
}
