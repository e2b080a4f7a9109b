package com.crmres.server.database;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// Time as finely as the database keeps it: what is answered when something is made is what is
/// answered ever after.
public final class StoredTime {

  private static final Duration FINEST = Duration.of(1, ChronoUnit.MICROS);

  private StoredTime() {}

  /// A clock that says nothing finer.
  public static Clock of(Clock clock) {
    return Clock.tick(clock, FINEST);
  }
}
