package com.crmres.simulator.cloudapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/// The limits of interactive messages: buttons, lists, links, requests for a location.
final class InteractiveRules {

  private static final int BODY = 1024;
  private static final int HEADER = 60;
  private static final int FOOTER = 60;

  private InteractiveRules() {}

  static void check(JsonNode interactive) {
    Check.onlyKnown(
        interactive, "interactive", Set.of("type", "header", "body", "footer", "action"));
    String type = Check.required(interactive, "type").asText();
    frame(interactive, type);
    JsonNode action = Check.required(interactive, "action");
    switch (type) {
      case "button" -> buttons(action);
      case "list" -> rows(action);
      case "cta_url" -> link(action);
      case "location_request_message" -> named(action, "send_location");
      case "request_contact_info" -> named(action, "request_contact_info");
      case "flow", "product", "product_list", "catalog_message", "carousel" -> {}
      default -> throw GraphException.of(131009, "Interactive type " + type + " is not known.");
    }
  }

  private static void frame(JsonNode interactive, String type) {
    if (!type.equals("product") || interactive.has("body")) {
      Check.text(Check.required(interactive, "body"), "text", BODY, "Body text");
    }
    Check.optionalText(interactive.path("footer"), "text", FOOTER, "Footer text");
    JsonNode header = interactive.path("header");
    Check.optionalText(header, "text", HEADER, "Header text");
    if (type.equals("list") && header.has("type") && !header.path("type").asText().equals("text")) {
      throw GraphException.of(131009, "The header of a list must be text.");
    }
  }

  private static void buttons(JsonNode action) {
    Set<String> ids = new HashSet<>();
    Set<String> titles = new HashSet<>();
    for (JsonNode button : Check.list(action, "buttons", 1, 3, "Buttons")) {
      JsonNode reply = Check.required(button, "reply");
      String id = Check.text(reply, "id", 256, "Button id");
      if (!id.strip().equals(id)) {
        throw GraphException.of(131009, "Button id must not begin or end with a blank.");
      }
      Check.unique(ids, id, "Button id");
      Check.unique(titles, Check.text(reply, "title", 20, "Button title"), "Button title");
    }
  }

  private static void rows(JsonNode action) {
    Check.text(action, "button", 20, "Button text");
    JsonNode sections = Check.list(action, "sections", 1, 10, "Sections");
    Set<String> ids = new HashSet<>();
    int count = 0;
    for (JsonNode section : sections) {
      if (sections.size() > 1) {
        Check.text(section, "title", 24, "Section title");
      } else {
        Check.optionalText(section, "title", 24, "Section title");
      }
      for (JsonNode row : Check.list(section, "rows", 1, 10, "Rows")) {
        Check.unique(ids, Check.text(row, "id", 200, "Row id"), "Row id");
        Check.text(row, "title", 24, "Row title");
        Check.optionalText(row, "description", 72, "Row description");
        count++;
      }
    }
    if (count > 10) {
      throw GraphException.of(131009, "Total row count exceed max allowed count: 10");
    }
  }

  private static void link(JsonNode action) {
    named(action, "cta_url");
    JsonNode parameters = Check.required(action, "parameters");
    Check.text(parameters, "display_text", 20, "Button text");
    Check.text(parameters, "url", 2000, "URL");
  }

  private static void named(JsonNode action, String name) {
    if (!action.path("name").asText().equals(name)) {
      throw GraphException.of(131009, "Action name must be " + name + ".");
    }
  }
}
