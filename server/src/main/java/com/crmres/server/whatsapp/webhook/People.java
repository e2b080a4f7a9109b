package com.crmres.server.whatsapp.webhook;

import static com.crmres.server.whatsapp.webhook.Members.firstOf;
import static com.crmres.server.whatsapp.webhook.Members.text;

import com.crmres.server.customer.Identifiers;
import com.crmres.server.whatsapp.UnreadableUnit;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// Reads whom WhatsApp's JSON speaks of. Pure.
///
/// The phone comes first in the key of order, although it is not the surest: it is what every field
/// has that speaks of a customer, so all that concerns one comes in order.
final class People {

  private People() {}

  /// The sender of a message, with what its contact adds.
  ///
  /// @throws UnreadableUnit if there is nothing to know him by
  static Identifiers sender(JsonNode message, JsonNode contact) {
    return Identifiers.read(
            firstOf(text(message, "from_user_id"), text(contact, "user_id")),
            firstOf(text(message, "from_parent_user_id"), text(contact, "parent_user_id")),
            text(message, "from"),
            text(contact, "wa_id"),
            text(contact.path("profile"), "username"))
        .orElseThrow(() -> new UnreadableUnit("a message without sender"));
  }

  /// Units with the same key are done in order.
  static String keyOfMessage(JsonNode message) {
    JsonNode system = message.path("system");
    return first(
        text(message, "from"),
        text(system, "customer"),
        text(message, "from_user_id"),
        text(system, "previous_user_id"),
        text(system, "user_id"),
        text(message, "group_id"),
        text(message, "id"));
  }

  /// The reader of a message of ours that another program sent; its members lie at the top or one
  /// level down.
  static Identifiers reader(JsonNode echo, JsonNode contact) {
    JsonNode inner = echo.path("message");
    String named = firstOf(text(inner, "recipient"), text(echo, "recipient"));
    return Identifiers.read(
            first(
                Identifiers.userId(named),
                text(echo, "to_user_id"),
                text(inner, "to_user_id"),
                text(contact, "user_id"),
                ""),
            firstOf(text(echo, "to_parent_user_id"), text(contact, "parent_user_id")),
            firstOf(text(echo, "to"), text(inner, "to")),
            text(contact, "wa_id"),
            null)
        .orElseThrow(() -> new UnreadableUnit("an echo without reader"));
  }

  static String keyOfEcho(JsonNode echo) {
    JsonNode inner = echo.path("message");
    return first(
        text(echo, "to"),
        text(inner, "to"),
        text(inner, "recipient"),
        text(echo, "to_user_id"),
        text(echo, "id"));
  }

  /// The customer of a hand-over or a wish.
  ///
  /// @throws UnreadableUnit if there is nothing to know him by
  static Identifiers customer(JsonNode node, JsonNode contact) {
    return Identifiers.read(
            firstOf(text(node, "user_id"), text(contact, "user_id")),
            firstOf(text(node, "parent_user_id"), text(contact, "parent_user_id")),
            firstOf(text(node, "phone_number"), text(node, "wa_id")),
            text(contact, "wa_id"),
            null)
        .orElseThrow(() -> new UnreadableUnit("an event without customer"));
  }

  static String keyOfCustomer(JsonNode node) {
    return first(text(node, "phone_number"), text(node, "wa_id"), text(node, "user_id"));
  }

  /// The contact of a message is found by id, never by place: one contact may stand for many
  /// messages.
  static @Nullable JsonNode contactOf(JsonNode message, JsonNode contacts) {
    return contact(contacts, text(message, "from_user_id"), text(message, "from"));
  }

  static @Nullable JsonNode contact(
      JsonNode contacts, @Nullable String userId, @Nullable String phone) {
    for (JsonNode contact : contacts) {
      if (same(userId, text(contact, "user_id")) || same(phone, text(contact, "wa_id"))) {
        return contact;
      }
    }
    return null;
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one != null && one.equals(other);
  }

  private static String first(@Nullable String... values) {
    for (String value : values) {
      if (value != null) {
        return value;
      }
    }
    return "";
  }
}
