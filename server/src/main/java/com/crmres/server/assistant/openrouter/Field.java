package com.crmres.server.assistant.openrouter;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// One argument of a tool: how it is described to the model, and whether a value fits.
///
/// @param choices the only values there are; empty for any
/// @param members of each entry of a list of objects
/// @param least and
/// @param most of a number; of a text or list, the most characters or entries
/// @param optional whether it may be null; strict schemas know no missing members
record Field(
    String name,
    Type type,
    List<String> choices,
    List<Field> members,
    int least,
    int most,
    boolean optional) {

  Field {
    choices = List.copyOf(choices);
    members = List.copyOf(members);
  }

  /// What a value can be; deliberately flat but for one list of small objects, since nested schemas
  /// make small models stumble.
  enum Type {
    TEXT,
    NUMBER,
    TEXTS,
    OBJECTS
  }

  static Field text(String name, int most) {
    return new Field(name, Type.TEXT, List.of(), List.of(), 1, most, false);
  }

  static Field oneOf(String name, List<String> choices) {
    return new Field(name, Type.TEXT, choices, List.of(), 1, 64, false);
  }

  static Field number(String name, int least, int most) {
    return new Field(name, Type.NUMBER, List.of(), List.of(), least, most, false);
  }

  static Field texts(String name, int most) {
    return new Field(name, Type.TEXTS, List.of(), List.of(), 0, most, false);
  }

  static Field someOf(String name, List<String> choices, int least, int most) {
    return new Field(name, Type.TEXTS, choices, List.of(), least, most, false);
  }

  static Field objects(String name, int most, Field... members) {
    return new Field(name, Type.OBJECTS, List.of(), List.of(members), 0, most, false);
  }

  Field orNull() {
    return new Field(name, type, choices, members, least, most, true);
  }

  /// The strict schema of an object with these members and no others.
  static ObjectNode object(List<Field> members) {
    ObjectNode object =
        Json.MAPPER.createObjectNode().put("type", "object").put("additionalProperties", false);
    ObjectNode properties = object.putObject("properties");
    ArrayNode required = object.putArray("required");
    for (Field member : members) {
      properties.set(member.name(), member.schema());
      required.add(member.name());
    }
    return object;
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
      case OBJECTS -> schema.set("items", object(members));
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
      case TEXTS, OBJECTS -> "array";
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
      case TEXTS -> fitsEach(value, one -> fitsText(one, 64));
      case OBJECTS -> fitsEach(value, one -> one.isObject() && fit(members, one));
    };
  }

  /// Whether an object has these members and no others; what may be null may also be missing, since
  /// not every provider is strict.
  static boolean fit(List<Field> members, JsonNode object) {
    Set<String> known = new HashSet<>();
    for (Field member : members) {
      known.add(member.name());
      JsonNode value = object.path(member.name());
      boolean missing = value.isMissingNode() && (member.optional() || member.mayBeEmpty());
      if (!missing && !member.fits(value)) {
        return false;
      }
    }
    return object.properties().stream().allMatch(member -> known.contains(member.getKey()));
  }

  private boolean mayBeEmpty() {
    return (type == Type.TEXTS || type == Type.OBJECTS) && least == 0;
  }

  private boolean fitsEach(JsonNode value, Predicate<JsonNode> fits) {
    if (!value.isArray() || value.size() > most || value.size() < least) {
      return false;
    }
    for (JsonNode one : value) {
      if (!fits.test(one)) {
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
