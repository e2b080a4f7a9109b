package com.crmres.server.whatsapp.template;

import com.crmres.common.template.HeaderFormat;
import com.crmres.common.template.TemplateButton;
import com.crmres.common.template.TemplateButtonKind;
import com.crmres.common.template.TemplateForm;
import com.crmres.common.template.TemplateHeader;
import com.crmres.common.wire.Json;
import com.crmres.common.wire.WireName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A template's words as WhatsApp writes them, `components[]` (whatsapp-cloud-api.md 9.1). Pure.
final class Components {

  private Components() {}

  /// Reads what is there; what this version does not know stays unknown.
  static TemplateForm read(JsonNode components) {
    JsonNode body = of(components, "BODY");
    JsonNode footer = of(components, "FOOTER");
    return new TemplateForm(
        header(of(components, "HEADER")),
        body.path("text").asText(""),
        examples(body.path("example")),
        footer.path("text").asText(null),
        buttons(of(components, "BUTTONS")));
  }

  /// Whether it consists only of what can be filled here.
  static boolean areKnown(JsonNode components) {
    for (JsonNode component : components) {
      String type = type(component);
      if (!List.of("HEADER", "BODY", "FOOTER", "BUTTONS").contains(type)) {
        return false;
      }
    }
    return true;
  }

  /// Writes a form for WhatsApp's review.
  static ArrayNode write(TemplateForm form) {
    ArrayNode components = Json.MAPPER.createArrayNode();
    if (form.header() != null) {
      writeHeader(components.addObject(), form.header());
    }
    writeBody(components.addObject(), form);
    if (form.footer() != null) {
      components.addObject().put("type", "FOOTER").put("text", form.footer());
    }
    if (!form.buttons().isEmpty()) {
      ArrayNode buttons = components.addObject().put("type", "BUTTONS").putArray("buttons");
      form.buttons().forEach(button -> writeButton(buttons.addObject(), button));
    }
    return components;
  }

  /// The component of a type; a missing node if there is none.
  static JsonNode of(JsonNode components, String type) {
    for (JsonNode component : components) {
      if (type(component).equals(type)) {
        return component;
      }
    }
    return Json.MAPPER.missingNode();
  }

  private static String type(JsonNode component) {
    return component.path("type").asText("").toUpperCase(Locale.ROOT);
  }

  private static @Nullable TemplateHeader header(JsonNode header) {
    if (header.isMissingNode()) {
      return null;
    }
    JsonNode example = header.path("example");
    JsonNode shown = example.path("header_text").path(0);
    return new TemplateHeader(
        constant(HeaderFormat.class, header.path("format").asText("TEXT"), HeaderFormat.OTHER),
        header.path("text").asText(null),
        (shown.isMissingNode() ? example.path("header_handle").path(0) : shown).asText(null));
  }

  private static List<String> examples(JsonNode example) {
    List<String> examples = new ArrayList<>();
    example.path("body_text").path(0).forEach(text -> examples.add(text.asText()));
    example
        .path("body_text_named_params")
        .forEach(named -> examples.add(named.path("example").asText()));
    return examples;
  }

  private static List<TemplateButton> buttons(JsonNode component) {
    List<TemplateButton> buttons = new ArrayList<>();
    for (JsonNode button : component.path("buttons")) {
      TemplateButtonKind kind =
          constant(
              TemplateButtonKind.class, button.path("type").asText(""), TemplateButtonKind.OTHER);
      String target = button.path("url").asText(button.path("phone_number").asText(null));
      JsonNode example = button.path("example");
      buttons.add(
          new TemplateButton(
              kind,
              button.path("text").asText(""),
              target,
              (example.isArray() ? example.path(0) : example).asText(null)));
    }
    return buttons;
  }

  private static <E extends Enum<E> & WireName> E constant(Class<E> type, String word, E other) {
    try {
      return WireName.parse(type, word.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      return other;
    }
  }

  private static void writeHeader(ObjectNode component, TemplateHeader header) {
    component.put("type", "HEADER").put("format", header.format().name());
    if (header.text() != null) {
      component.put("text", header.text());
    }
    if (header.example() != null) {
      String name = header.format() == HeaderFormat.TEXT ? "header_text" : "header_handle";
      component.putObject("example").putArray(name).add(header.example());
    }
  }

  private static void writeBody(ObjectNode component, TemplateForm form) {
    component.put("type", "BODY").put("text", form.body());
    Placeholders placeholders = Placeholders.of(form.body());
    if (placeholders.names().isEmpty()) {
      return;
    }
    ObjectNode example = component.putObject("example");
    if (placeholders.isNamed()) {
      ArrayNode named = example.putArray("body_text_named_params");
      for (int i = 0; i < placeholders.names().size(); i++) {
        named
            .addObject()
            .put("param_name", placeholders.names().get(i))
            .put("example", form.examples().get(i));
      }
    } else {
      ArrayNode texts = example.putArray("body_text").addArray();
      form.examples().forEach(texts::add);
    }
  }

  private static void writeButton(ObjectNode written, TemplateButton button) {
    written.put("type", button.kind().name());
    switch (button.kind()) {
      case QUICK_REPLY, OTHER -> written.put("text", button.text());
      case URL -> {
        written.put("text", button.text()).put("url", button.target());
        if (button.example() != null) {
          written.putArray("example").add(button.example());
        }
      }
      case PHONE_NUMBER -> written.put("text", button.text()).put("phone_number", button.target());
      case COPY_CODE -> written.put("example", button.example());
    }
  }
}
