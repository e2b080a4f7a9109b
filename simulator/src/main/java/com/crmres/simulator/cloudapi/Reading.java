package com.crmres.simulator.cloudapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads a request to `/messages` as the customer will see it.
final class Reading {

  private final JsonNode request;
  private final Templates templates;

  Reading(JsonNode request, Templates templates) {
    this.request = request;
    this.templates = templates;
  }

  String type() {
    return request.path("type").asText("text");
  }

  /// The digits of `to`, or the business-scoped id of `recipient`.
  String recipient() {
    String to = request.path("to").asText();
    return to.isEmpty() ? request.path("recipient").asText() : to.replaceAll("\\D", "");
  }

  String text() {
    JsonNode content = request.path(type());
    return switch (type()) {
      case "text" -> content.path("body").asText();
      case "interactive" -> interactiveText(content);
      case "template" -> templateText(content);
      case "reaction" -> content.path("emoji").asText();
      case "location" -> content.path("name").asText();
      default -> content.path("caption").asText();
    };
  }

  List<Option> options() {
    List<Option> options = new ArrayList<>();
    JsonNode action = request.path("interactive").path("action");
    for (JsonNode button : action.path("buttons")) {
      options.add(option(Option.Kind.BUTTON, button.path("reply")));
    }
    for (JsonNode section : action.path("sections")) {
      for (JsonNode row : section.path("rows")) {
        options.add(option(Option.Kind.ROW, row));
      }
    }
    for (JsonNode component : request.path("template").path("components")) {
      if (component.path("sub_type").asText().equals("quick_reply")) {
        String payload = component.path("parameters").path(0).path("payload").asText();
        options.add(new Option(Option.Kind.TEMPLATE_BUTTON, payload, payload, ""));
      }
    }
    return options;
  }

  String category() {
    if (!type().equals("template")) {
      return "service";
    }
    JsonNode template = request.path("template");
    return templates
        .find(template.path("name").asText(), template.path("language").path("code").asText())
        .map(found -> found.category().toLowerCase(Locale.ROOT))
        .orElse("utility");
  }

  private static Option option(Option.Kind kind, JsonNode json) {
    return new Option(
        kind,
        json.path("id").asText(),
        json.path("title").asText(),
        json.path("description").asText());
  }

  private static String interactiveText(JsonNode interactive) {
    List<String> lines = new ArrayList<>();
    for (String part : List.of("header", "body", "footer")) {
      String line = interactive.path(part).path("text").asText();
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return String.join("\n", lines);
  }

  private String templateText(JsonNode template) {
    return templates
        .find(template.path("name").asText(), template.path("language").path("code").asText())
        .map(found -> found.filledWith(template.path("components")))
        .orElse("");
  }
}
