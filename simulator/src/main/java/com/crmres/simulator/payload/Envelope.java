package com.crmres.simulator.payload;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Joins events into the body of one webhook delivery.
public final class Envelope {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// Where an event goes: Meta may spread the events of one delivery over entries and changes.
  private static final int PLACES = 3;

  private Envelope() {}

  public static ObjectNode of(WebhookEvent event) {
    return of(List.of(event));
  }

  public static ObjectNode of(List<WebhookEvent> events) {
    ObjectNode envelope = JSON.objectNode().put("object", "whatsapp_business_account");
    ArrayNode entries = envelope.putArray("entry");
    List<List<WebhookEvent>> places = spread(events);
    addEntry(entries, places.subList(0, Math.min(2, places.size())));
    if (places.size() > 2) {
      addEntry(entries, places.subList(2, places.size()));
    }
    return envelope;
  }

  private static List<List<WebhookEvent>> spread(List<WebhookEvent> events) {
    List<List<WebhookEvent>> places = new ArrayList<>();
    int share = Math.max(1, Math.ceilDiv(events.size(), PLACES));
    for (int from = 0; from < events.size(); from += share) {
      places.add(events.subList(from, Math.min(events.size(), from + share)));
    }
    return places;
  }

  private static void addEntry(ArrayNode entries, List<List<WebhookEvent>> places) {
    Map<String, ObjectNode> byAccount = new LinkedHashMap<>();
    for (List<WebhookEvent> place : places) {
      Map<String, ObjectNode> values = new LinkedHashMap<>();
      for (WebhookEvent event : place) {
        ObjectNode entry =
            byAccount.computeIfAbsent(
                event.number().accountId(), id -> entries.addObject().put("id", id));
        addEvent(entry, values, event);
      }
    }
  }

  private static void addEvent(
      ObjectNode entry, Map<String, ObjectNode> values, WebhookEvent event) {
    switch (event) {
      case WebhookEvent.CustomerMessage said -> {
        ObjectNode value = messagesValue(entry, values, said.number());
        addContact(value, said.contact());
        value.withArrayProperty("messages").add(said.message());
      }
      case WebhookEvent.MessageStatus told -> {
        ObjectNode value = messagesValue(entry, values, told.number());
        addContact(value, told.contact());
        value.withArrayProperty("statuses").add(told.status());
      }
      case WebhookEvent.AccountEvent account -> {
        // Where a number is told of, WhatsApp leaves the time to the elements.
        if (!account.value().has("metadata")) {
          entry.put("time", account.at().getEpochSecond());
        }
        ObjectNode change = entry.withArrayProperty("changes").addObject();
        change.set("value", account.value());
        change.put("field", account.field());
      }
    }
  }

  private static ObjectNode messagesValue(
      ObjectNode entry, Map<String, ObjectNode> values, BusinessNumber number) {
    return values.computeIfAbsent(
        number.phoneNumberId(),
        id -> {
          ObjectNode change = entry.withArrayProperty("changes").addObject();
          ObjectNode value = change.putObject("value").put("messaging_product", "whatsapp");
          value
              .putObject("metadata")
              .put("display_phone_number", number.displayPhoneNumber())
              .put("phone_number_id", id);
          change.put("field", "messages");
          return value;
        });
  }

  private static void addContact(ObjectNode value, @Nullable Person person) {
    if (person == null || isListed(value, person)) {
      return;
    }
    ObjectNode contact = value.withArrayProperty("contacts").addObject();
    if (person.name() != null) {
      ObjectNode profile = contact.putObject("profile").put("name", person.name());
      if (person.username() != null) {
        profile.put("username", person.username());
      }
    }
    if (person.phone() != null) {
      contact.put("wa_id", person.phone());
    }
    contact.put("user_id", person.userId());
  }

  private static boolean isListed(ObjectNode value, Person person) {
    for (var contact : value.path("contacts")) {
      if (contact.path("user_id").asText().equals(person.userId())) {
        return true;
      }
    }
    return false;
  }
}
