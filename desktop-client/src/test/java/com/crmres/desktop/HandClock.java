package com.crmres.desktop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands at the evening of the pictures until a test moves it by hand, so that
/// nothing runs out on a slow machine.
public final class HandClock extends Clock {

  private final AtomicReference<Instant> now = new AtomicReference<>(World.NOW);

  public void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /// The same moment: what asks for a zone here asks its times for it.
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
