package com.crmres.server.whatsapp.webhook;

import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.InboundChange;
import com.crmres.server.conversation.InboundMessage;
import com.crmres.server.conversation.MessageChanges;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.MediaIntake;
import com.crmres.server.whatsapp.MediaReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;

/// Brings what customers say, and what they do to what was said, into their conversations.
final class MessageUnits {

  private final Conversations conversations;
  private final MessageChanges changes;
  private final MediaIntake media;
  private final Ids ids;

  MessageUnits(Conversations conversations, MessageChanges changes, MediaIntake media, Ids ids) {
    this.conversations = conversations;
    this.changes = changes;
    this.media = media;
    this.ids = ids;
  }

  /// Carries out the payload of a message unit.
  ///
  /// @param phoneNumberId our number it came to
  void carryOut(
      Transaction transaction, UUID restaurantId, String phoneNumberId, JsonNode payload) {
    InboundMessage message = MessageReader.read(phoneNumberId, payload, ids.next());
    Optional<InboundChange> change = ChangeReader.read(payload, message, ids.next());
    if (change.isPresent()) {
      changes.receive(transaction, restaurantId, change.get());
    } else {
      receive(transaction, restaurantId, message, payload);
    }
  }

  private void receive(
      Transaction transaction, UUID restaurantId, InboundMessage message, JsonNode payload) {
    Optional<UUID> messageId = conversations.receive(transaction, restaurantId, message);
    MediaReference reference = MessageReader.media(payload, message.content());
    if (messageId.isPresent() && reference != null) {
      media.wanted(transaction, restaurantId, messageId.get(), reference);
    }
  }
}
