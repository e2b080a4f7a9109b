package com.crmres.server.ordering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until a test moves it.
final class MovingClock extends Clock {

  private final AtomicReference<Instant> now;

  MovingClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  void forward(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  void set(Instant instant) {
    now.set(instant);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
