package com.crmres.server.whatsapp.webhook;

import static com.crmres.server.whatsapp.webhook.Members.required;
import static com.crmres.server.whatsapp.webhook.Members.text;

import com.crmres.common.conversation.Forwarded;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Referral;
import com.crmres.common.wire.Json;
import com.crmres.server.conversation.InboundMessage;
import com.crmres.server.conversation.InboundMessage.Mentions;
import com.crmres.server.customer.Identifiers;
import com.crmres.server.whatsapp.MediaReference;
import com.crmres.server.whatsapp.UnreadableUnit;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads one message of WhatsApp (whatsapp-cloud-api.md 2). Pure; every member may be missing but
/// the id, the time and the sender.
final class MessageReader {

  /// No utterances: nobody expects an answer to them.
  private static final Set<String> SILENT =
      Set.of("reaction", "system", "edit", "revoke", "request_welcome");

  private MessageReader() {}

  /// Reads the payload of a message unit.
  ///
  /// @param mediaId of the file, if it turns out to hold one
  /// @throws UnreadableUnit if it has no id, no time or no sender
  static InboundMessage read(String phoneNumberId, JsonNode payload, UUID mediaId) {
    JsonNode message = payload.path("message");
    JsonNode contact = payload.path("contact");
    return new InboundMessage(
        phoneNumberId,
        sender(message, contact),
        text(contact.path("profile"), "name"),
        required(message, "id"),
        new ContentReader(message, payload.path("errors"), mediaId).content(),
        mentions(message),
        Members.clean(Json.write(payload)),
        time(message),
        !SILENT.contains(text(message, "type", "")));
  }

  /// The file that a message holds; null if it holds none that could be fetched.
  static @Nullable MediaReference media(JsonNode payload, MessageContent content) {
    if (!(content instanceof MessageContent.Media media) || media.state() != MediaState.FETCHING) {
      return null;
    }
    JsonNode message = payload.path("message");
    JsonNode body = message.path(text(message, "type", ""));
    return new MediaReference(
        required(body, "id"),
        media.id(),
        media.mimeType(),
        text(body, "sha256"),
        text(body, "url"));
  }

  private static Identifiers sender(JsonNode message, JsonNode contact) {
    return People.sender(message, contact);
  }

  private static Mentions mentions(JsonNode message) {
    JsonNode context = message.path("context");
    return new Mentions(
        text(context, "id"),
        forwarded(context),
        message.has("referral") ? referral(message.path("referral")) : null,
        text(context.path("referred_product"), "product_retailer_id"));
  }

  private static Forwarded forwarded(JsonNode context) {
    if (context.path("frequently_forwarded").asBoolean()) {
      return Forwarded.OFTEN;
    }
    return context.path("forwarded").asBoolean() ? Forwarded.ONCE : Forwarded.NO;
  }

  /// The advertisement's words, which are not the customer's (trap 41).
  private static Referral referral(JsonNode referral) {
    return new Referral(
        text(referral, "source_type"),
        text(referral, "source_id"),
        text(referral, "source_url"),
        text(referral, "headline"),
        text(referral, "body"),
        text(referral, "ctwa_clid"));
  }

  /// WhatsApp's seconds come as text, and now and then as a number.
  private static Instant time(JsonNode message) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(required(message, "timestamp")));
    } catch (NumberFormatException e) {
      throw new UnreadableUnit("a message whose time is no number");
    }
  }
}
