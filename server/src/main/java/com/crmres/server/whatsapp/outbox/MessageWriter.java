package com.crmres.server.whatsapp.outbox;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.wire.Json;
import com.crmres.server.customer.Customers;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes a message as the Graph API wants it (whatsapp-cloud-api.md 4). Pure.
final class MessageWriter {

  private MessageWriter() {}

  /// WhatsApp's id of a file of ours.
  @FunctionalInterface
  interface Files {
    String whatsAppId(UUID mediaId) throws MediaUnavailable, InterruptedException;
  }

  /// A message.
  ///
  /// @param quoted WhatsApp's id of the message it quotes; null for none
  static ObjectNode write(
      Customers.Address to,
      UUID messageId,
      @Nullable String quoted,
      MessageContent content,
      Files files)
      throws MediaUnavailable, InterruptedException {
    ObjectNode body = envelope(to, messageId);
    if (quoted != null && !(content instanceof MessageContent.Template)) {
      body.putObject("context").put("message_id", quoted);
    }
    writeContent(body, content, files);
    return body;
  }

  /// A sign on a message.
  ///
  /// @param emoji empty to take it away
  static ObjectNode reaction(Customers.Address to, UUID id, String wamid, String emoji) {
    ObjectNode body = envelope(to, id).put("type", "reaction");
    body.putObject("reaction").put("message_id", wamid).put("emoji", emoji);
    return body;
  }

  /// That somebody has read up to a message, and perhaps writes (4.3).
  static ObjectNode read(String wamid, boolean typing) {
    ObjectNode body =
        Json.MAPPER
            .createObjectNode()
            .put("messaging_product", "whatsapp")
            .put("status", "read")
            .put("message_id", wamid);
    if (typing) {
      body.putObject("typing_indicator").put("type", "text");
    }
    return body;
  }

  /// Phone or user id, never both: WhatsApp would choose (4.0).
  private static ObjectNode envelope(Customers.Address to, UUID messageId) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("messaging_product", "whatsapp").put("recipient_type", "individual");
    if (to.phone() != null) {
      body.put("to", to.phone());
    } else {
      body.put("recipient", to.userId());
    }
    return body.put("biz_opaque_callback_data", messageId.toString());
  }

  private static void writeContent(ObjectNode body, MessageContent content, Files files)
      throws MediaUnavailable, InterruptedException {
    switch (content) {
      case MessageContent.Text(String text) ->
          body.put("type", "text").putObject("text").put("body", text).put("preview_url", false);
      case MessageContent.Place place ->
          writePlace(body.put("type", "location").putObject("location"), place);
      case MessageContent.Media media -> writeMedia(body, media, files);
      case MessageContent.Contacts contacts ->
          writeContacts(body.put("type", "contacts").putArray("contacts"), contacts);
      case MessageContent.Template template -> TemplateWriter.write(body, template, files);
      case MessageContent.Buttons _,
          MessageContent.Options _,
          MessageContent.Link _,
          MessageContent.LocationRequest _,
          MessageContent.ContactRequest _,
          MessageContent.Product _,
          MessageContent.ProductList _ ->
          InteractiveWriter.write(
              body.put("type", "interactive").putObject("interactive"), content);
      case MessageContent.Choice _,
          MessageContent.FormAnswer _,
          MessageContent.CatalogueOrder _,
          MessageContent.Notice _,
          MessageContent.Unsupported _,
          MessageContent.Other _ ->
          throw new IllegalArgumentException(
              "cannot be sent: " + content.getClass().getSimpleName());
    }
  }

  private static void writePlace(ObjectNode location, MessageContent.Place place) {
    location.put("latitude", place.latitude()).put("longitude", place.longitude());
    putIfAny(location, "name", place.name());
    putIfAny(location, "address", place.address());
  }

  private static void writeMedia(ObjectNode body, MessageContent.Media media, Files files)
      throws MediaUnavailable, InterruptedException {
    String type = type(media.kind());
    ObjectNode file = body.put("type", type).putObject(type);
    file.put("id", files.whatsAppId(media.id()));
    putIfAny(file, "caption", media.caption());
    if (media.kind() == MediaKind.DOCUMENT) {
      putIfAny(file, "filename", media.fileName());
    }
    if (media.kind() == MediaKind.VOICE) {
      file.put("voice", true);
    }
  }

  private static String type(MediaKind kind) {
    return switch (kind) {
      case IMAGE -> "image";
      case VIDEO -> "video";
      case VOICE, AUDIO -> "audio";
      case DOCUMENT -> "document";
      case STICKER -> "sticker";
    };
  }

  /// WhatsApp wants one more part of the name than the whole.
  private static void writeContacts(ArrayNode array, MessageContent.Contacts contacts) {
    for (MessageContent.Contact contact : contacts.contacts()) {
      ObjectNode card = array.addObject();
      card.putObject("name")
          .put("formatted_name", contact.name())
          .put("first_name", contact.name());
      writeWays(card, "phones", "phone", contact.phones());
      writeWays(card, "emails", "email", contact.emails());
      if (contact.organisation() != null) {
        card.putObject("org").put("company", contact.organisation());
      }
    }
  }

  private static void writeWays(ObjectNode card, String ways, String way, Iterable<String> values) {
    for (String value : values) {
      card.withArray(ways).addObject().put(way, value).put("type", "WORK");
    }
  }

  static void putIfAny(ObjectNode node, String member, @Nullable String value) {
    if (value != null) {
      node.put(member, value);
    }
  }
}
