package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts what a model knows into whatever schema it is given, and something harmless into the rest.
///
/// Known values go by plain names such as `item`, `quantity` and `quote`; a property takes the one
/// that its own name means. A list offers several values, the best first.
final class SchemaFill {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("item", "item"),
          Map.entry("dish", "item"),
          Map.entry("qty", "quantity"),
          Map.entry("quantity", "quantity"),
          Map.entry("count", "quantity"),
          Map.entry("quote", "quote"),
          Map.entry("evidence", "quote"),
          Map.entry("said", "quote"),
          Map.entry("words", "quote"),
          Map.entry("message", "message"),
          Map.entry("line", "line"),
          Map.entry("fact", "fact"),
          Map.entry("topic", "fact"),
          Map.entry("key", "fact"),
          Map.entry("reason", "reason"),
          Map.entry("about", "about"),
          Map.entry("options", "options"),
          Map.entry("choices", "options"),
          Map.entry("intent", "intent"),
          Map.entry("sentiment", "sentiment"),
          Map.entry("language", "language"),
          Map.entry("lang", "language"),
          Map.entry("dialect", "dialect"),
          Map.entry("summary", "summary"),
          Map.entry("reply", "reply"),
          Map.entry("operations", "operations"),
          Map.entry("op", "op"));

  private final Map<String, ?> known;

  SchemaFill(Map<String, ?> known) {
    this.known = known;
  }

  ObjectNode object(JsonNode schema) {
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    ObjectNode object = NODES.objectNode();
    for (var property : schema.path("properties").properties()) {
      Object value = known.get(meaning(property.getKey()));
      if (value != null || required.contains(property.getKey())) {
        object.set(property.getKey(), value(property.getValue(), value));
      }
    }
    return object;
  }

  static String meaning(String property) {
    String whole = MEANINGS.get(property);
    if (whole != null) {
      return whole;
    }
    for (String word : property.split("_", -1)) {
      if (MEANINGS.containsKey(word)) {
        return MEANINGS.get(word);
      }
    }
    return property;
  }

  private JsonNode value(JsonNode schema, @Nullable Object value) {
    List<Object> offers = offers(value);
    if (schema.has("enum")) {
      return oneOf(schema, offers);
    }
    Set<String> types = types(schema);
    if (types.contains("array")) {
      return array(schema, offers);
    }
    if (types.contains("object")) {
      return object(schema);
    }
    if (types.contains("null") && offers.isEmpty()) {
      return NODES.nullNode();
    }
    if (types.contains("integer") || types.contains("number")) {
      return number(schema, offers);
    }
    if (types.contains("boolean")) {
      return NODES.booleanNode(false);
    }
    return NODES.textNode(offers.isEmpty() ? "" : String.valueOf(offers.getFirst()));
  }

  private static List<Object> offers(@Nullable Object value) {
    return value == null
        ? List.of()
        : value instanceof List<?> list ? List.copyOf(list) : List.of(value);
  }

  private static Set<String> types(JsonNode schema) {
    Set<String> types = new HashSet<>();
    JsonNode type = schema.path("type");
    (type.isArray() ? type : List.of(type)).forEach(one -> types.add(one.asText()));
    schema.path("anyOf").forEach(one -> types.add(one.path("type").asText()));
    return types;
  }

  /// The first offer that the list allows, else what stands for nothing, else the first value.
  private static JsonNode oneOf(JsonNode schema, List<Object> offers) {
    List<JsonNode> allowed = new ArrayList<>();
    schema.path("enum").forEach(allowed::add);
    List<Object> wished = new ArrayList<>(offers);
    wished.addAll(List.of("none", "null", "unknown", "other", "neutral"));
    for (Object wish : wished) {
      for (JsonNode one : allowed) {
        if (one.asText().equalsIgnoreCase(String.valueOf(wish))) {
          return one;
        }
      }
    }
    return allowed.getFirst();
  }

  private JsonNode array(JsonNode schema, List<Object> offers) {
    ArrayNode array = NODES.arrayNode();
    JsonNode items = schema.path("items");
    for (Object offer : offers) {
      array.add(
          offer instanceof Map<?, ?> parts
              ? new SchemaFill(named(parts)).object(items)
              : value(items, offer));
    }
    return array;
  }

  private static Map<String, Object> named(Map<?, ?> parts) {
    Map<String, Object> named = new HashMap<>();
    parts.forEach((name, part) -> named.put(String.valueOf(name), part));
    return named;
  }

  private static JsonNode number(JsonNode schema, List<Object> offers) {
    long least = schema.path("minimum").asLong(0);
    long most = schema.path("maximum").asLong(Long.MAX_VALUE);
    long number =
        !offers.isEmpty() && offers.getFirst() instanceof Number given ? given.longValue() : least;
    return NODES.numberNode(Math.clamp(number, least, most));
  }
}
