package com.crmres.server;

import com.crmres.server.job.Signal;

/// What wakes the work that has become due, each by the name of its work.
record Signals(
    Signal deliveries,
    Signal units,
    Signal sends,
    Signal fetches,
    Signal templates,
    Signal events) {

  Signals() {
    this(new Signal(), new Signal(), new Signal(), new Signal(), new Signal(), new Signal());
  }

  /// Deliveries that were set aside are tried again.
  void wakeIntake() {
    deliveries.ring();
    units.ring();
  }
}
