package com.crmres.common.ordering;

import com.crmres.common.wire.WireName;
import java.time.Duration;

/// The steps by which a new order calls for an answer, louder each time.
public enum AlarmRung implements WireName {
  CHIME(0),
  REPEAT(30),
  /// Louder, and the window comes to the front.
  LOUD(60),
  /// On every device of the branch.
  EVERY_DEVICE(120),
  MANAGERS(180),
  /// The customer is asked whether another branch shall make it.
  RESCUE(300);

  private final Duration after;

  AlarmRung(int seconds) {
    this.after = Duration.ofSeconds(seconds);
  }

  /// How long after the order came.
  public Duration after() {
    return after;
  }
}
