package com.crmres.server.assistant.openrouter;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// One argument of a tool: how it is described to the model, and whether a value fits.
///
/// @param choices the only values there are; empty for any
/// @param least and
/// @param most of a number; of a text or list, the most characters or entries
/// @param optional whether it may be null; strict schemas know no missing members
record Field(String name, Type type, List<String> choices, int least, int most, boolean optional) {

  Field {
    choices = List.copyOf(choices);
  }

  /// What a value can be; deliberately flat, since nested schemas make small models stumble.
  enum Type {
    TEXT,
    NUMBER,
    TEXTS
  }

  static Field text(String name, int most) {
    return new Field(name, Type.TEXT, List.of(), 1, most, false);
  }

  static Field oneOf(String name, List<String> choices) {
    return new Field(name, Type.TEXT, choices, 1, 64, false);
  }

  static Field number(String name, int least, int most) {
    return new Field(name, Type.NUMBER, List.of(), least, most, false);
  }

  static Field texts(String name, int most) {
    return new Field(name, Type.TEXTS, List.of(), 0, most, false);
  }

  static Field someOf(String name, List<String> choices, int least, int most) {
    return new Field(name, Type.TEXTS, choices, least, most, false);
  }

  Field orNull() {
    return new Field(name, type, choices, least, most, true);
  }

  ObjectNode schema() {
    ObjectNode schema = Json.MAPPER.createObjectNode();
    String type = schemaType();
    if (optional) {
      schema.putArray("type").add(type).add("null");
    } else {
      schema.put("type", type);
    }
    switch (this.type) {
      case TEXT -> addChoices(schema, optional);
      case NUMBER -> schema.put("minimum", least).put("maximum", most);
      case TEXTS -> {
        ObjectNode items = schema.putObject("items").put("type", "string");
        addChoices(items, false);
      }
    }
    return schema;
  }

  private void addChoices(ObjectNode schema, boolean withNull) {
    if (!choices.isEmpty()) {
      ArrayNode values = schema.putArray("enum");
      choices.forEach(values::add);
      if (withNull) {
        values.addNull();
      }
    }
  }

  private String schemaType() {
    return switch (type) {
      case TEXT -> "string";
      case NUMBER -> "integer";
      case TEXTS -> "array";
    };
  }

  boolean fits(JsonNode value) {
    if (value.isNull()) {
      return optional;
    }
    return switch (type) {
      case TEXT -> fitsText(value, most);
      case NUMBER ->
          value.isIntegralNumber()
              && value.canConvertToInt()
              && value.asInt() >= least
              && value.asInt() <= most;
      case TEXTS -> fitsTexts(value);
    };
  }

  private boolean fitsTexts(JsonNode value) {
    if (!value.isArray() || value.size() > most || value.size() < least) {
      return false;
    }
    for (JsonNode one : value) {
      if (!fitsText(one, 64)) {
        return false;
      }
    }
    return true;
  }

  private boolean fitsText(JsonNode value, int longest) {
    return value.isTextual()
        && value.asText().length() <= longest
        && (choices.isEmpty() || choices.contains(value.asText()));
  }
}
