package com.crmres.server.whatsapp.webhook;

import static com.crmres.server.whatsapp.webhook.Members.text;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes apart the fields that speak of single customers' threads: who has them, what others wrote
/// in them, whether advertising is wanted (whatsapp-cloud-api.md 1.7, 1.8). Pure.
final class ThreadEvents {

  private ThreadEvents() {}

  /// One element of such a field.
  ///
  /// @param element the element itself
  /// @param change a change of the same field that holds only this element
  record Event(String customerKey, JsonNode element, JsonNode change, boolean isStatus) {}

  /// The elements of a change, in the order in which they are to be done.
  static List<Event> of(JsonNode change) {
    String field = change.path("field").asText("");
    JsonNode value = change.path("value");
    // `standby` and `messaging_handovers` come flat and one level deeper.
    JsonNode body = value.has(field) && !value.path(field).isArray() ? value.path(field) : value;
    JsonNode contacts = body.has("contacts") ? body.path("contacts") : value.path("contacts");
    return switch (field) {
      case "messaging_handovers" -> handovers(field, value, body);
      case "user_preferences" -> preferences(field, value, contacts);
      default -> thread(field, body, contacts);
    };
  }

  private static List<Event> thread(String field, JsonNode body, JsonNode contacts) {
    List<Event> events = new ArrayList<>();
    for (JsonNode message : body.path("messages")) {
      events.add(
          event(
              field,
              "message",
              People.keyOfMessage(message),
              message,
              People.contactOf(message, contacts)));
    }
    for (JsonNode echo : body.path("message_echoes")) {
      JsonNode contact = People.contact(contacts, text(echo, "to_user_id"), People.keyOfEcho(echo));
      events.add(event(field, "echo", People.keyOfEcho(echo), echo, contact));
    }
    for (JsonNode status : body.path("statuses")) {
      events.add(new Event("", status, status, true));
    }
    return events;
  }

  private static List<Event> handovers(String field, JsonNode value, JsonNode body) {
    List<Event> events = new ArrayList<>();
    JsonNode list = value.path(field);
    for (JsonNode handover : list.isArray() ? list : List.of(body)) {
      JsonNode sender = handover.has("sender") ? handover.path("sender") : value.path("sender");
      events.add(event(field, "handover", People.keyOfCustomer(sender), handover, sender));
    }
    return events;
  }

  private static List<Event> preferences(String field, JsonNode value, JsonNode contacts) {
    List<Event> events = new ArrayList<>();
    for (JsonNode preference : value.path(field)) {
      JsonNode contact =
          People.contact(contacts, text(preference, "user_id"), text(preference, "wa_id"));
      events.add(event(field, "preference", People.keyOfCustomer(preference), preference, contact));
    }
    return events;
  }

  private static Event event(
      String field, String name, String key, JsonNode element, @Nullable JsonNode contact) {
    ObjectNode change = Json.MAPPER.createObjectNode().put("field", field);
    ObjectNode value = change.putObject("value");
    value.set(name, element);
    if (contact != null) {
      value.set("contact", contact);
    }
    return new Event(key, element, change, false);
  }
}
