package com.crmres.server.whatsapp.outbox;

import com.crmres.common.conversation.MessageContent;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes the messages on which the customer can tap (whatsapp-cloud-api.md 4.1). Pure.
final class InteractiveWriter {

  private InteractiveWriter() {}

  static void write(ObjectNode interactive, MessageContent content) {
    switch (content) {
      case MessageContent.Buttons buttons -> writeButtons(interactive, buttons);
      case MessageContent.Options options -> writeOptions(interactive, options);
      case MessageContent.Link link -> writeLink(interactive, link);
      case MessageContent.LocationRequest(String text) ->
          words(interactive, "location_request_message", null, text, null)
              .put("name", "send_location");
      case MessageContent.ContactRequest(String text) ->
          words(interactive, "request_contact_info", null, text, null)
              .put("name", "request_contact_info");
      case MessageContent.Product product ->
          words(interactive, "product", null, product.text(), product.footer())
              .put("catalog_id", product.catalogueId())
              .put("product_retailer_id", product.sku());
      case MessageContent.ProductList products -> writeProductList(interactive, products);
      default -> throw new IllegalArgumentException("nothing to tap on in it");
    }
  }

  /// Writes what is read and returns the place for what is tapped.
  private static ObjectNode words(
      ObjectNode interactive,
      String type,
      @Nullable String header,
      @Nullable String text,
      @Nullable String footer) {
    interactive.put("type", type);
    if (header != null) {
      interactive.putObject("header").put("type", "text").put("text", header);
    }
    if (text != null) {
      interactive.putObject("body").put("text", text);
    }
    if (footer != null) {
      interactive.putObject("footer").put("text", footer);
    }
    return interactive.putObject("action");
  }

  private static void writeButtons(ObjectNode interactive, MessageContent.Buttons content) {
    ArrayNode buttons =
        words(interactive, "button", content.header(), content.text(), content.footer())
            .putArray("buttons");
    for (MessageContent.Button button : content.buttons()) {
      buttons
          .addObject()
          .put("type", "reply")
          .putObject("reply")
          .put("id", button.id())
          .put("title", button.title());
    }
  }

  private static void writeOptions(ObjectNode interactive, MessageContent.Options content) {
    ObjectNode action =
        words(interactive, "list", content.header(), content.text(), content.footer());
    ArrayNode sections = action.put("button", content.open()).putArray("sections");
    ObjectNode section = null;
    String title = null;
    for (MessageContent.Row row : content.rows()) {
      if (section == null || !Objects.equals(title, row.section())) {
        title = row.section();
        section = sections.addObject();
        MessageWriter.putIfAny(section, "title", title);
      }
      writeRow(section.withArray("rows").addObject(), row);
    }
  }

  private static void writeRow(ObjectNode written, MessageContent.Row row) {
    written.put("id", row.id()).put("title", row.title());
    MessageWriter.putIfAny(written, "description", row.description());
  }

  private static void writeLink(ObjectNode interactive, MessageContent.Link link) {
    words(interactive, "cta_url", link.header(), link.text(), link.footer())
        .put("name", "cta_url")
        .putObject("parameters")
        .put("display_text", link.label())
        .put("url", link.url());
  }

  private static void writeProductList(ObjectNode interactive, MessageContent.ProductList content) {
    ObjectNode action =
        words(interactive, "product_list", content.header(), content.text(), content.footer());
    ArrayNode sections = action.put("catalog_id", content.catalogueId()).putArray("sections");
    for (MessageContent.ProductSection section : content.sections()) {
      ArrayNode items =
          sections.addObject().put("title", section.title()).putArray("product_items");
      section.skus().forEach(sku -> items.addObject().put("product_retailer_id", sku));
    }
  }
}
