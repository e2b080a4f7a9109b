package com.crmres.desktop.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The messages that can still be taken back, one for each conversation.
final class HeldMessages {

  private final InstantSource clock;
  private final Map<UUID, Held> held = new LinkedHashMap<>();
  private Duration span = Duration.ZERO;

  HeldMessages(InstantSource clock) {
    this.clock = clock;
  }

  /// Without a span messages go at once.
  void lasts(Duration wanted) {
    span = wanted;
  }

  boolean holds() {
    return span.isPositive();
  }

  /// A message whose time begins now.
  Held begin(UUID conversationId, boolean alone, Outgoing outgoing) {
    Instant now = clock.instant();
    return new Held(conversationId, alone, outgoing, now, now.plus(span));
  }

  void keep(Held one) {
    held.put(one.conversationId(), one);
  }

  Optional<Held> of(UUID conversationId) {
    return Optional.ofNullable(held.get(conversationId));
  }

  Optional<Held> take(UUID conversationId) {
    return Optional.ofNullable(held.remove(conversationId));
  }

  /// Those whose time is over.
  List<Held> due() {
    Instant now = clock.instant();
    return held.values().stream().filter(one -> !now.isBefore(one.until())).toList();
  }

  List<Held> all() {
    return List.copyOf(held.values());
  }
}
