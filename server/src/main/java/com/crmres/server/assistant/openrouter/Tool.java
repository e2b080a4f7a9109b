package com.crmres.server.assistant.openrouter;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One thing the model can propose, with its strict schema and the check of what it writes.
record Tool(String name, String description, List<Field> fields) {

  /// What follows an object is refused: half of a second answer must not be taken for a whole one.
  private static final ObjectReader STRICT =
      Json.MAPPER
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

  Tool {
    fields = List.copyOf(fields);
  }

  static Tool of(String name, String description, Field... fields) {
    return new Tool(name, description, List.of(fields));
  }

  ObjectNode definition() {
    ObjectNode definition = Json.MAPPER.createObjectNode().put("type", "function");
    ObjectNode function = definition.putObject("function");
    function.put("name", name).put("description", description).put("strict", true);
    ObjectNode parameters =
        function.putObject("parameters").put("type", "object").put("additionalProperties", false);
    ObjectNode properties = parameters.putObject("properties");
    ArrayNode required = parameters.putArray("required");
    for (Field field : fields) {
      properties.set(field.name(), field.schema());
      required.add(field.name());
    }
    return definition;
  }

  /// The arguments as an object; empty if they are not exactly one.
  static Optional<JsonNode> parsed(String arguments) {
    try {
      JsonNode value = STRICT.readValue(arguments);
      return value.isObject() ? Optional.of(value) : Optional.empty();
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  /// Whether the arguments are of this schema; what may be null may also be missing, since not
  /// every provider is strict.
  boolean fits(JsonNode arguments) {
    Set<String> known = new HashSet<>();
    for (Field field : fields) {
      known.add(field.name());
      JsonNode value = arguments.path(field.name());
      boolean missing = value.isMissingNode() && (field.optional() || mayBeEmpty(field));
      if (!missing && !field.fits(value)) {
        return false;
      }
    }
    for (var member : arguments.properties()) {
      if (!known.contains(member.getKey())) {
        return false;
      }
    }
    return true;
  }

  private static boolean mayBeEmpty(Field field) {
    return field.type() == Field.Type.TEXTS && field.least() == 0;
  }
}
