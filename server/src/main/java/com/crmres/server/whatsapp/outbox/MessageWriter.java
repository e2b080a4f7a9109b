package com.crmres.server.whatsapp.outbox;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.wire.Json;
import com.crmres.server.customer.Customers;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/// Writes a message as the Graph API wants it (whatsapp-cloud-api.md 4). Pure.
final class MessageWriter {

  private MessageWriter() {}

  static ObjectNode write(Customers.Address to, UUID messageId, MessageContent content) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("messaging_product", "whatsapp").put("recipient_type", "individual");
    if (to.phone() != null) {
      body.put("to", to.phone());
    } else {
      body.put("recipient", to.userId());
    }
    body.put("biz_opaque_callback_data", messageId.toString());
    writeContent(body, content);
    return body;
  }

  private static void writeContent(ObjectNode body, MessageContent content) {
    switch (content) {
      case MessageContent.Text(String text) ->
          body.put("type", "text").putObject("text").put("body", text).put("preview_url", false);
      case MessageContent.Buttons buttons ->
          writeButtons(interactive(body, "button", buttons.text()), buttons);
      case MessageContent.Options options ->
          writeOptions(interactive(body, "list", options.text()), options);
      case MessageContent.Place place ->
          writePlace(body.put("type", "location").putObject("location"), place);
      case MessageContent.Choice _,
          MessageContent.Media _,
          MessageContent.Contacts _,
          MessageContent.FormAnswer _,
          MessageContent.CatalogueOrder _,
          MessageContent.Notice _,
          MessageContent.Link _,
          MessageContent.LocationRequest _,
          MessageContent.ContactRequest _,
          MessageContent.Product _,
          MessageContent.ProductList _,
          MessageContent.Template _,
          MessageContent.Unsupported _,
          MessageContent.Other _ ->
          throw new IllegalArgumentException(
              "cannot be sent: " + content.getClass().getSimpleName());
    }
  }

  private static ObjectNode interactive(ObjectNode body, String type, String text) {
    ObjectNode interactive = body.put("type", "interactive").putObject("interactive");
    interactive.put("type", type).putObject("body").put("text", text);
    return interactive.putObject("action");
  }

  private static void writeButtons(ObjectNode action, MessageContent.Buttons buttons) {
    ArrayNode array = action.putArray("buttons");
    for (MessageContent.Button button : buttons.buttons()) {
      array
          .addObject()
          .put("type", "reply")
          .putObject("reply")
          .put("id", button.id())
          .put("title", button.title());
    }
  }

  private static void writeOptions(ObjectNode action, MessageContent.Options options) {
    action.put("button", options.open());
    ArrayNode rows = action.putArray("sections").addObject().putArray("rows");
    for (MessageContent.Row row : options.rows()) {
      ObjectNode written = rows.addObject().put("id", row.id()).put("title", row.title());
      if (row.description() != null) {
        written.put("description", row.description());
      }
    }
  }

  private static void writePlace(ObjectNode location, MessageContent.Place place) {
    location.put("latitude", place.latitude()).put("longitude", place.longitude());
    if (place.name() != null) {
      location.put("name", place.name());
    }
    if (place.address() != null) {
      location.put("address", place.address());
    }
  }
}
