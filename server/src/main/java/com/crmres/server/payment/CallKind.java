package com.crmres.server.payment;

import com.crmres.common.wire.WireName;
import java.time.Duration;

/// What is asked of a provider.
enum CallKind implements WireName {
  /// A search and an attempt.
  CREATE(40),
  FETCH(20),
  CANCEL(20),
  /// A look, an attempt and a look.
  REFUND(60);

  private final Duration lease;

  CallKind(int seconds) {
    lease = Duration.ofSeconds(seconds);
  }

  /// For how long whoever takes such a call holds it: longer than all its requests may take, and no
  /// longer, since after his death nobody takes it earlier.
  Duration lease() {
    return lease;
  }
}
