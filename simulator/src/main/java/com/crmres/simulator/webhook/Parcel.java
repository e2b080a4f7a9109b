package com.crmres.simulator.webhook;

import com.crmres.simulator.payload.Envelope;
import com.crmres.simulator.payload.EscapedJson;
import com.crmres.simulator.payload.WebhookEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/// One delivery on its way: some events and the moment at which it is posted.
///
/// @param dueNanos on the scale of [System#nanoTime()]
/// @param attempts how often it was posted already
record Parcel(List<WebhookEvent> events, long dueNanos, int attempts) implements Delayed {

  /// Moments are rounded up to the next `window`, so that events of one window are due together.
  static Parcel of(WebhookEvent event, Duration delay, Duration window) {
    long due = System.nanoTime() + delay.toNanos();
    if (window.isPositive()) {
      due = Math.ceilDiv(due, window.toNanos()) * window.toNanos();
    }
    return new Parcel(List.of(event), due, 0);
  }

  Parcel with(List<WebhookEvent> all) {
    return new Parcel(List.copyOf(all), dueNanos, attempts);
  }

  Parcel again(Retries retries) {
    long due = System.nanoTime() + retries.gapAfter(attempts + 1).toNanos();
    return new Parcel(events, due, attempts + 1);
  }

  boolean isDue() {
    return dueNanos - System.nanoTime() <= 0;
  }

  byte[] body() {
    return EscapedJson.bytes(Envelope.of(events));
  }

  @Override
  public long getDelay(TimeUnit unit) {
    return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    return Long.signum(dueNanos - ((Parcel) other).dueNanos);
  }
}
