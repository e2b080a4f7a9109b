package com.crmres.simulator.weather;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// A clock that runs some times faster than the real one, so that a long evening is over soon.
public final class FastClock extends Clock {

  private final Clock real;
  private final Instant realStart;
  private final Instant start;
  private final int speed;

  private FastClock(Clock real, Instant realStart, Instant start, int speed) {
    this.real = real;
    this.realStart = realStart;
    this.start = start;
    this.speed = speed;
  }

  /// Begins so far in the past that it never shows the future within `evening`, counted in real
  /// time.
  public static FastClock of(Clock real, int speed, Duration evening) {
    Instant now = real.instant();
    return new FastClock(real, now, now.minus(evening.multipliedBy(speed - 1L)), speed);
  }

  @Override
  public Instant instant() {
    return start.plus(Duration.between(realStart, real.instant()).multipliedBy(speed));
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new FastClock(real.withZone(zone), realStart, start, speed);
  }
}
