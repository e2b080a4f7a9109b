package com.crmres.server.assistant.openrouter;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

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
    function.set("parameters", Field.object(fields));
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

  /// Whether the arguments are of this schema.
  boolean fits(JsonNode arguments) {
    return Field.fit(fields, arguments);
  }
}
