package com.crmres.server.database;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Time as finely as the database keeps it: what is answered when something is made is what is
/// answered ever after.
public final class StoredTime extends Clock {

  private final Clock finer;

  private StoredTime(Clock finer) {
    this.finer = finer;
  }

  /// A clock that says nothing finer.
  public static Clock of(Clock clock) {
    return new StoredTime(clock);
  }

  @Override
  public Instant instant() {
    return finer.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return finer.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new StoredTime(finer.withZone(zone));
  }
}
