package com.crmres.simulator.webhook;

import com.crmres.simulator.payload.WebhookEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Remembers for every event when it was first posted, how often, and when it was answered 200.
public final class DeliveryLog {

  private final Clock clock;
  private final Map<String, Delivery> deliveries = new ConcurrentHashMap<>();
  private final LongAdder posts = new LongAdder();
  private final LongAdder refusals = new LongAdder();
  private final LongAdder joined = new LongAdder();

  DeliveryLog(Clock clock) {
    this.clock = clock;
  }

  public Optional<Delivery> of(String eventId) {
    return Optional.ofNullable(deliveries.get(eventId));
  }

  public Collection<Delivery> all() {
    return List.copyOf(deliveries.values());
  }

  /// How many requests were made.
  public long posts() {
    return posts.sum();
  }

  /// How many of them were not answered 200.
  public long refusals() {
    return refusals.sum();
  }

  /// How many of them carried more than one event.
  public long joinedPosts() {
    return joined.sum();
  }

  void posting(List<WebhookEvent> events) {
    Instant now = clock.instant();
    posts.increment();
    if (events.size() > 1) {
      joined.increment();
    }
    for (WebhookEvent event : events) {
      deliveries.compute(
          event.id(),
          (id, known) -> known == null ? new Delivery(id, now, 1, null) : known.postedAgain());
    }
  }

  void acknowledged(List<WebhookEvent> events) {
    Instant now = clock.instant();
    for (WebhookEvent event : events) {
      deliveries.computeIfPresent(event.id(), (id, known) -> known.acknowledgedAt(now));
    }
  }

  void refused() {
    refusals.increment();
  }
}
