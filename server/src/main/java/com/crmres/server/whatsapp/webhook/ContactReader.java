package com.crmres.server.whatsapp.webhook;

import static com.crmres.server.whatsapp.webhook.Members.firstOf;
import static com.crmres.server.whatsapp.webhook.Members.text;
import static com.crmres.server.whatsapp.webhook.Members.texts;

import com.crmres.common.conversation.MessageContent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Reads the cards of an address book (whatsapp-cloud-api.md 2.3). Pure; any part may be missing.
final class ContactReader {

  private ContactReader() {}

  static MessageContent.Contacts read(JsonNode cards) {
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
}
