package com.crmres.server.conversation;

import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Messages to which one may still refer, by the channel's own ids: WhatsApp lets a message be
/// quoted, marked as read or given a sign for thirty days (whatsapp-cloud-api.md 4.0, 4.1, 4.3).
final class Reach {

  private static final Duration SPAN = Duration.ofDays(30);

  private final MessageStore messages;
  private final TranscriptStore transcript = new TranscriptStore();
  private final Clock clock;

  Reach(MessageStore messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /// The channel's id of a message; empty if it is too old or the channel has none.
  Optional<String> of(Transaction transaction, UUID restaurantId, UUID messageId) {
    Instant oldest = clock.instant().minus(SPAN);
    return messages
        .find(transaction, restaurantId, messageId)
        .filter(message -> message.at().isAfter(oldest))
        .flatMap(_ -> messages.wamid(transaction, restaurantId, messageId));
  }

  /// The channel's id of the customer's last message.
  Optional<String> lastHeard(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transcript.lastHeard(
        transaction, restaurantId, conversationId, clock.instant().minus(SPAN));
  }
}
