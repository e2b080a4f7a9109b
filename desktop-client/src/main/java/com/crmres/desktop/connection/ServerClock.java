package com.crmres.desktop.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// The server's time as last heard, so that waiting clocks are right on a machine whose own is not.
public final class ServerClock extends Clock {

  private final Clock machine;
  private volatile Duration ahead = Duration.ZERO;

  public ServerClock(Clock machine) {
    this.machine = machine;
  }

  void heard(Instant serverTime) {
    ahead = Duration.between(machine.instant(), serverTime);
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return offset(machine.withZone(zone), ahead);
  }
}
