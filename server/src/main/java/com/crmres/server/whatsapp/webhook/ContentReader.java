package com.crmres.server.whatsapp.webhook;

import static com.crmres.server.whatsapp.webhook.Members.firstOf;
import static com.crmres.server.whatsapp.webhook.Members.required;
import static com.crmres.server.whatsapp.webhook.Members.text;
import static com.crmres.server.whatsapp.webhook.Members.texts;

import com.crmres.common.conversation.MediaFailure;
import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.NoticeKind;
import com.crmres.common.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what a message of WhatsApp says, kind by kind (whatsapp-cloud-api.md 2.3). Pure; a kind
/// that is new or incomplete becomes one that staff can see as such.
final class ContentReader {

  /// WhatsApp's "message type unknown".
  private static final int UNSUPPORTED = 131051;

  private static final String TOKEN = "flow_token";

  private final JsonNode message;
  private final JsonNode errors;
  private final UUID mediaId;

  /// Reads one message.
  ///
  /// @param outerErrors what WhatsApp said beside it (2.3: `interactive` may be missing then)
  /// @param mediaId of the file, if it turns out to hold one
  ContentReader(JsonNode message, JsonNode outerErrors, UUID mediaId) {
    this.message = message;
    this.errors = message.has("errors") ? message.path("errors") : outerErrors;
    this.mediaId = mediaId;
  }

  MessageContent content() {
    String type = text(message, "type", "unknown");
    JsonNode body = message.path(type);
    return switch (type) {
      case "text" -> body.path("body").isTextual() ? words(body) : unsupported();
      case "image" -> media(MediaKind.IMAGE, body);
      case "video" -> media(MediaKind.VIDEO, body);
      case "audio" ->
          media(body.path("voice").asBoolean() ? MediaKind.VOICE : MediaKind.AUDIO, body);
      case "document" -> media(MediaKind.DOCUMENT, body);
      case "sticker" -> media(MediaKind.STICKER, body);
      case "location" -> place(body);
      case "contacts" -> contacts(body);
      case "interactive" -> interactive(body);
      case "button" -> button(body);
      case "order" -> order(body);
      case "system" -> new MessageContent.Notice(NoticeKind.OTHER, text(body, "body"));
      case "request_welcome" -> new MessageContent.Notice(NoticeKind.CHAT_OPENED, null);
      case "unsupported", "unknown", "ephemeral" -> unsupported();
      default -> new MessageContent.Other(type, text(body, "caption"));
    };
  }

  /// Blank words are words too (trap 55).
  private static MessageContent words(JsonNode body) {
    return new MessageContent.Text(Members.clean(body.path("body").asText()));
  }

  private MessageContent media(MediaKind kind, JsonNode body) {
    boolean lost = errors.size() > 0 || text(body, "id") == null;
    return new MessageContent.Media(
        mediaId,
        kind,
        mimeType(body),
        null,
        text(body, "filename"),
        text(body, "caption"),
        body.path("animated").asBoolean(),
        lost ? MediaState.FAILED : MediaState.FETCHING,
        lost ? MediaFailure.GONE : null);
  }

  /// The declared type without its parameters: `audio/ogg; codecs=opus` is `audio/ogg`.
  static String mimeType(JsonNode body) {
    String declared = text(body, "mime_type", "application/octet-stream");
    int parameters = declared.indexOf(';');
    String type = parameters < 0 ? declared : declared.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  /// A pin needs both its numbers; WhatsApp also writes numbers as text.
  private static MessageContent place(JsonNode body) {
    var latitude = Members.decimal(body, "latitude");
    var longitude = Members.decimal(body, "longitude");
    return latitude == null || longitude == null
        ? new MessageContent.Other("location", text(body, "name"))
        : new MessageContent.Place(
            latitude.doubleValue(),
            longitude.doubleValue(),
            text(body, "name"),
            text(body, "address"));
  }

  private static MessageContent contacts(JsonNode cards) {
    List<MessageContent.Contact> contacts = new ArrayList<>();
    boolean onRequest = !cards.isEmpty();
    for (JsonNode card : cards) {
      JsonNode name = card.path("name");
      contacts.add(
          new MessageContent.Contact(
              firstOf(text(name, "formatted_name"), text(name, "first_name")),
              texts(card.path("phones"), "phone"),
              texts(card.path("emails"), "email"),
              text(card.path("org"), "company")));
      onRequest &= text(card, "origin", "").equals("contact_request");
    }
    return new MessageContent.Contacts(contacts, onRequest);
  }

  /// The answer to buttons, a list or a form.
  private MessageContent interactive(JsonNode interactive) {
    String kind = text(interactive, "type", "");
    JsonNode answer = interactive.path(kind);
    return switch (kind) {
      case "button_reply", "list_reply" ->
          new MessageContent.Choice(required(answer, "id"), text(answer, "title", ""));
      case "nfm_reply" -> formAnswer(answer);
      case "" -> unsupported();
      default -> new MessageContent.Other(kind, text(answer, "body"));
    };
  }

  /// A template's button; without a payload of ours its words are the payload.
  private static MessageContent button(JsonNode body) {
    String title = text(body, "text", "");
    return new MessageContent.Choice(text(body, "payload", title), title);
  }

  /// The answers of a form come as JSON in a text, which may be broken: it has no fields then.
  private static MessageContent formAnswer(JsonNode answer) {
    JsonNode response = parsed(text(answer, "response_json"));
    Map<String, String> fields = new LinkedHashMap<>();
    response
        .properties()
        .forEach(field -> fields.put(Members.clean(field.getKey()), value(field.getValue())));
    fields.remove(TOKEN);
    return new MessageContent.FormAnswer(text(response, TOKEN), fields, false);
  }

  private static String value(JsonNode field) {
    return Members.clean(field.isValueNode() ? field.asText("") : Json.write(field));
  }

  private static JsonNode parsed(@Nullable String json) {
    try {
      return json == null ? MissingNode.getInstance() : Json.MAPPER.readTree(json);
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }

  private static MessageContent order(JsonNode order) {
    List<MessageContent.CatalogueLine> lines = new ArrayList<>();
    for (JsonNode item : order.path("product_items")) {
      lines.add(
          new MessageContent.CatalogueLine(
              text(item, "product_retailer_id", ""),
              item.path("quantity").asInt(0),
              Members.decimal(item, "item_price"),
              text(item, "currency")));
    }
    return new MessageContent.CatalogueOrder(text(order, "catalog_id"), text(order, "text"), lines);
  }

  private MessageContent unsupported() {
    return new MessageContent.Unsupported(
        errors.path(0).path("code").asInt(UNSUPPORTED), text(message.path("unsupported"), "type"));
  }
}
