package com.crmres.server.assistant.openrouter;

import java.time.Duration;

/// The one limit of everything done for a turn, on the clock that never jumps.
record Deadline(long nanos) {

  static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime() + limit.toNanos());
  }

  /// What is left; nothing once it has passed.
  Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }

  boolean allows(Duration work) {
    return left().compareTo(work) >= 0;
  }
}
