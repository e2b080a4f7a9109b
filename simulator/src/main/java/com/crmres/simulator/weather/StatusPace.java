package com.crmres.simulator.weather;

import java.time.Duration;

/// How long after a send its statuses are told, each counted from the send.
public record StatusPace(Duration sent, Duration delivered, Duration read) {

  /// An open phone on a good network.
  public static final StatusPace QUICK =
      new StatusPace(Duration.ofMillis(40), Duration.ofMillis(120), Duration.ofMillis(400));
}
