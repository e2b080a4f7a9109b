package com.crmres.server.whatsapp.webhook;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes deliveries apart: entries × changes × messages, statuses and errors, each on its own,
/// messages first (whatsapp-cloud-api.md 1.3). Pure.
final class WebhookReader {

  /// The `object` of every delivery that is for us.
  private static final String OURS = "whatsapp_business_account";

  /// WhatsApp's dashboard sends samples under this account id.
  private static final String SAMPLE_ACCOUNT = "0";

  private WebhookReader() {}

  /// What a body is, as far as one must know before it is kept.
  enum Shape {
    DELIVERY,
    /// Well-formed, but of something else than a WhatsApp account.
    FOREIGN,
    BROKEN
  }

  /// Reads through the body without building anything.
  static Shape shape(byte[] body) {
    try (JsonParser parser = Json.MAPPER.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Shape.BROKEN;
      }
      String object = null;
      boolean entries = false;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("object") && value == JsonToken.VALUE_STRING) {
          object = parser.getText();
        }
        entries |= name.equals("entry") && value == JsonToken.START_ARRAY;
        parser.skipChildren();
      }
      if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        return Shape.BROKEN;
      }
      return OURS.equals(object) && entries ? Shape.DELIVERY : Shape.FOREIGN;
    } catch (IOException _) {
      return Shape.BROKEN;
    }
  }

  /// The units of a delivery, in the order in which they are to be done.
  ///
  /// @throws IOException if the body is no JSON after all
  static List<WebhookUnit> units(byte[] body) throws IOException {
    List<WebhookUnit> units = new ArrayList<>();
    for (JsonNode entry : Json.MAPPER.readTree(body).path("entry")) {
      if (!entry.path("id").asText("").equals(SAMPLE_ACCOUNT)) {
        Source source = new Source(text(entry, "id"), entry.path("time").asLong(0));
        entry.path("changes").forEach(change -> addChange(units, source, change));
      }
    }
    return units;
  }

  /// What an entry says of all its changes.
  ///
  /// @param time when it happened in seconds; 0 where WhatsApp does not say
  private record Source(@Nullable String accountId, long time) {}

  private static void addChange(List<WebhookUnit> units, Source source, JsonNode change) {
    JsonNode value = change.path("value");
    String number = numberOf(value);
    switch (change.path("field").asText("")) {
      case "messages" -> addMessages(units, source, change, number);
      case "standby", "messaging_handovers", "smb_message_echoes", "user_preferences" ->
          ThreadEvents.of(change)
              .forEach(event ->
                  units.add(
                      event.isStatus()
                          ? status(source, number, event.element())
                          : threadEvent(source, number, event)));
      default -> units.add(event(source, change, number));
    }
  }

  private static void addMessages(
      List<WebhookUnit> units, Source source, JsonNode change, @Nullable String number) {
    JsonNode value = change.path("value");
    for (JsonNode message : value.path("messages")) {
      units.add(
          message(
              source, number, message, People.contactOf(message, value.path("contacts")), value));
    }
    for (JsonNode status : value.path("statuses")) {
      units.add(status(source, number, status));
    }
    if (value.has("errors") && !value.has("messages") && !value.has("statuses")) {
      units.add(event(source, change, number));
    }
  }

  private static WebhookUnit message(
      Source source,
      @Nullable String number,
      JsonNode message,
      @Nullable JsonNode contact,
      JsonNode value) {
    ObjectNode payload = Json.MAPPER.createObjectNode();
    payload.set("message", message);
    if (contact != null) {
      payload.set("contact", contact);
    }
    if (value.has("errors") && !message.has("errors")) {
      payload.set("errors", value.get("errors"));
    }
    return new WebhookUnit(source.accountId(), number, People.keyOfMessage(message), payload);
  }

  /// In the order of the customer's messages, although it came on another field.
  private static WebhookUnit threadEvent(
      Source source, @Nullable String number, ThreadEvents.Event event) {
    ObjectNode payload = Json.MAPPER.createObjectNode();
    payload.set("change", event.change());
    payload.put("time", source.time());
    return new WebhookUnit(source.accountId(), number, event.customerKey(), payload);
  }

  /// In order per message: one that must wait for its message keeps no other from being done.
  private static WebhookUnit status(Source source, @Nullable String number, JsonNode status) {
    ObjectNode payload = Json.MAPPER.createObjectNode();
    payload.set("status", status);
    return new WebhookUnit(source.accountId(), number, Members.text(status, "id", ""), payload);
  }

  /// Events of one account and field are done in order.
  private static WebhookUnit event(Source source, JsonNode change, @Nullable String number) {
    ObjectNode payload = Json.MAPPER.createObjectNode();
    payload.set("change", change);
    payload.put("time", source.time());
    String key = source.accountId() + " " + change.path("field").asText("");
    return new WebhookUnit(source.accountId(), number, key, payload);
  }

  /// Hand-overs name the number as their recipient (whatsapp-cloud-api.md 1.7).
  private static @Nullable String numberOf(JsonNode value) {
    String number = text(value.path("metadata"), "phone_number_id");
    return number != null ? number : text(value.path("recipient"), "phone_number_id");
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
        ? value.asText()
        : null;
  }
}
