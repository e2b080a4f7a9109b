package com.crmres.server.whatsapp.webhook;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.wire.Json;
import com.crmres.server.conversation.InboundMessage;
import com.crmres.server.customer.Identifiers;
import com.crmres.server.whatsapp.UnreadableUnit;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one message of WhatsApp (whatsapp-cloud-api.md 2). Pure; every member may be missing but
/// the id.
final class MessageReader {

  /// No utterances: nobody expects an answer to them.
  private static final Set<String> SILENT =
      Set.of("reaction", "system", "edit", "revoke", "request_welcome");

  /// WhatsApp's "message type unknown".
  private static final int UNSUPPORTED = 131051;

  private MessageReader() {}

  /// Reads the payload of a message unit.
  ///
  /// @throws UnreadableUnit if it has no id, no time or no sender
  static InboundMessage read(String phoneNumberId, JsonNode payload) {
    JsonNode message = payload.path("message");
    JsonNode contact = payload.path("contact");
    String type = message.path("type").asText("unknown");
    return new InboundMessage(
        phoneNumberId,
        sender(message, contact),
        text(contact.path("profile"), "name"),
        required(message, "id"),
        content(type, message, payload.path("errors")),
        clean(Json.write(payload)),
        time(message),
        !SILENT.contains(type));
  }

  private static Identifiers sender(JsonNode message, JsonNode contact) {
    return People.sender(message, contact);
  }

  private static MessageContent content(String type, JsonNode message, JsonNode outerErrors) {
    JsonNode body = message.path(type);
    return switch (type) {
      case "text" -> new MessageContent.Text(required(body, "body"));
      case "interactive" -> choice(body, outerErrors);
      case "button" ->
          new MessageContent.Choice(
              firstOf(text(body, "payload"), text(body, "text"), ""),
              firstOf(text(body, "text"), null, ""));
      case "location" ->
          new MessageContent.Place(
              number(body, "latitude"),
              number(body, "longitude"),
              text(body, "name"),
              text(body, "address"));
      case "contacts" -> ContactReader.read(body);
      case "unsupported", "unknown", "ephemeral" -> unsupported(message, outerErrors);
      default -> new MessageContent.Other(type, text(body, "caption"));
    };
  }

  /// The answer to buttons or a list; a form's answer is kept as what it is.
  private static MessageContent choice(JsonNode interactive, JsonNode outerErrors) {
    String kind = interactive.path("type").asText("");
    return switch (kind) {
      case "button_reply", "list_reply" ->
          new MessageContent.Choice(
              required(interactive.path(kind), "id"),
              firstOf(text(interactive.path(kind), "title"), null, ""));
      case "" -> unsupported(interactive, outerErrors);
      default -> new MessageContent.Other(kind, null);
    };
  }

  private static MessageContent unsupported(JsonNode message, JsonNode outerErrors) {
    JsonNode errors = message.has("errors") ? message.path("errors") : outerErrors;
    return new MessageContent.Unsupported(
        errors.path(0).path("code").asInt(UNSUPPORTED), text(message.path("unsupported"), "type"));
  }

  /// WhatsApp's seconds come as text, and now and then as a number.
  private static Instant time(JsonNode message) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(required(message, "timestamp")));
    } catch (NumberFormatException e) {
      throw new UnreadableUnit("a message whose time is no number");
    }
  }

  private static double number(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isNumber()) {
      throw new UnreadableUnit("a location without " + name);
    }
    return value.asDouble();
  }

  private static String required(JsonNode node, String name) {
    String value = text(node, name);
    if (value == null) {
      throw new UnreadableUnit("a message without " + name);
    }
    return value;
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
        ? clean(value.asText())
        : null;
  }

  private static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
    return one != null ? one : other;
  }

  private static String firstOf(@Nullable String one, @Nullable String other, String last) {
    String first = firstOf(one, other);
    return first != null ? first : last;
  }

  /// PostgreSQL keeps no NUL, written out or escaped; legal JSON may hold both.
  private static String clean(String text) {
    return text.replace("\0", "").replace("\\u0000", "");
  }
}
