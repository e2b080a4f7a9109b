package com.crmres.server.whatsapp.webhook;

import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.InboundChange;
import com.crmres.server.conversation.InboundMessage;
import com.crmres.server.conversation.MessageChanges;
import com.crmres.server.customer.IdentityChange;
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
  private final MarketingWishes wishes;

  MessageUnits(
      Conversations conversations,
      MessageChanges changes,
      MediaIntake media,
      Ids ids,
      MarketingWishes wishes) {
    this.conversations = conversations;
    this.changes = changes;
    this.media = media;
    this.ids = ids;
    this.wishes = wishes;
  }

  /// Carries out the payload of a message unit.
  ///
  /// @param phoneNumberId our number it came to
  void carryOut(
      Transaction transaction, UUID restaurantId, String phoneNumberId, JsonNode payload) {
    if (payload.path("message").path("type").asText("").equals("system")) {
      news(transaction, restaurantId, SystemReader.read(phoneNumberId, payload));
      return;
    }
    InboundMessage message = MessageReader.read(phoneNumberId, payload, ids.next());
    Optional<InboundChange> change = ChangeReader.read(payload, message, ids.next());
    if (change.isPresent()) {
      changes.receive(transaction, restaurantId, change.get());
    } else {
      receive(transaction, restaurantId, message, payload);
    }
  }

  private void news(Transaction transaction, UUID restaurantId, SystemReader.News news) {
    IdentityChange change = news.change();
    if (change == null) {
      conversations.identityNews().noted(transaction, restaurantId, news.message());
    } else {
      conversations.identityNews().changed(transaction, restaurantId, news.message(), change);
    }
  }

  private void receive(
      Transaction transaction, UUID restaurantId, InboundMessage message, JsonNode payload) {
    Optional<Boolean> wish = wishes.in(transaction, restaurantId, message);
    Optional<UUID> messageId =
        conversations.receive(
            transaction, restaurantId, wish.isPresent() ? message.silent() : message);
    if (messageId.isPresent() && wish.isPresent()) {
      wishes.confirm(transaction, restaurantId, messageId.get(), message, wish.get());
    }
    MediaReference reference = MessageReader.media(payload, message.content());
    if (messageId.isPresent() && reference != null) {
      media.wanted(transaction, restaurantId, messageId.get(), reference);
    }
  }
}
