package com.crmres.simulator.cloudapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// What Meta demands of a request to `/messages` before it accepts it.
final class SendRules {

  private static final Set<String> MEMBERS =
      Set.of(
          "messaging_product",
          "recipient_type",
          "to",
          "recipient",
          "type",
          "context",
          "biz_opaque_callback_data",
          "recipient_identity_key_hash");
  private static final Set<String> TYPES =
      Set.of(
          "text",
          "image",
          "video",
          "audio",
          "document",
          "sticker",
          "location",
          "contacts",
          "reaction",
          "interactive",
          "template");
  private static final int TEXT_LENGTH = 4096;
  private static final int CAPTION_LENGTH = 1024;
  private static final int CALLBACK_LENGTH = 512;

  private final Templates templates;
  private final MediaShelf media;

  SendRules(Templates templates, MediaShelf media) {
    this.templates = templates;
    this.media = media;
  }

  void check(JsonNode request) {
    envelope(request);
    String type = request.path("type").asText("text");
    JsonNode content = Check.required(request, type);
    switch (type) {
      case "text" -> text(content);
      case "image", "video", "document" -> file(content, type, CAPTION_LENGTH);
      case "audio", "sticker" -> file(content, type, 0);
      case "location" -> location(content);
      case "contacts" -> contacts(request);
      case "reaction" -> Check.required(content, "message_id");
      case "interactive" -> InteractiveRules.check(content);
      case "template" -> templates.check(content);
      default -> throw GraphException.of(131051, "Message type " + type + " is not supported.");
    }
  }

  private static void envelope(JsonNode request) {
    if (!request.path("messaging_product").asText().equals("whatsapp")) {
      throw GraphException.of(100, "The parameter messaging_product is required.");
    }
    String type = request.path("type").asText("text");
    if (!TYPES.contains(type)) {
      throw GraphException.of(
          100, "Param type must be one of " + TYPES + " - got \"" + type + "\".");
    }
    Check.onlyKnown(without(request, type), "messages", MEMBERS);
    if (request.path("to").asText().isEmpty() && request.path("recipient").asText().isEmpty()) {
      throw GraphException.of(131008, "Parameter of 'to' is missing.");
    }
    String callback = request.path("biz_opaque_callback_data").asText();
    if (callback.length() > CALLBACK_LENGTH) {
      throw GraphException.of(
          100, "Param biz_opaque_callback_data must be at most 512 characters.");
    }
  }

  private static JsonNode without(JsonNode request, String type) {
    var copy = ((ObjectNode) request).deepCopy();
    copy.remove(type);
    return copy;
  }

  private static void text(JsonNode text) {
    Check.onlyKnown(text, "text", Set.of("body", "preview_url"));
    String body = Check.required(text, "body").asText();
    if (body.isEmpty() || body.length() > TEXT_LENGTH) {
      throw GraphException.of(
          100, "Param text['body'] must be at most " + TEXT_LENGTH + " characters long.");
    }
  }

  private void file(JsonNode file, String type, int captionLength) {
    if (file.has("id") == file.has("link")) {
      throw GraphException.of(100, "Param " + type + " needs exactly one of 'id' or 'link'.");
    }
    if (file.has("id") && media.find(file.path("id").asText()).isEmpty()) {
      throw GraphException.of(131009, "Media ID " + file.path("id").asText() + " does not exist.");
    }
    if (file.has("caption")) {
      if (captionLength == 0) {
        throw GraphException.of(100, "Unexpected key \"caption\" on param \"" + type + "\".");
      }
      Check.text(file, "caption", captionLength, "Caption");
    }
  }

  private static void location(JsonNode location) {
    coordinate(Check.required(location, "latitude"), 90);
    coordinate(Check.required(location, "longitude"), 180);
  }

  /// Numbers and numeric strings are both taken.
  private static void coordinate(JsonNode value, int limit) {
    double degrees = value.asDouble(Double.NaN);
    if (!(Math.abs(degrees) <= limit)) {
      throw GraphException.of(131009, "Coordinate out of range: " + value.asText());
    }
  }

  private static void contacts(JsonNode request) {
    for (JsonNode contact : Check.list(request, "contacts", 1, 257, "Contacts")) {
      JsonNode name = Check.required(contact, "name");
      Check.required(name, "formatted_name");
      if (name.size() < 2) {
        throw GraphException.of(131009, "A contact name needs a part besides formatted_name.");
      }
    }
  }
}
