package com.crmres.simulator.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of one event on its way to the business.
///
/// @param posts how many requests carried it, repeated and duplicate ones included
/// @param acknowledged when it was first answered 200
public record Delivery(
    String eventId, Instant firstAttempt, int posts, @Nullable Instant acknowledged) {

  public boolean isAcknowledged() {
    return acknowledged != null;
  }

  Delivery postedAgain() {
    return new Delivery(eventId, firstAttempt, posts + 1, acknowledged);
  }

  Delivery acknowledgedAt(Instant at) {
    return isAcknowledged() ? this : new Delivery(eventId, firstAttempt, posts, at);
  }
}
