package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What OpenRouter and its providers refuse with 400 before any model sees it.
final class RequestRules {

  private RequestRules() {}

  static Optional<String> fault(JsonNode request) {
    if (!request.path("messages").isArray() || request.path("messages").isEmpty()) {
      return Optional.of("Input required: specify \"messages\"");
    }
    if (request.path("model").asText().isEmpty() && request.path("models").isEmpty()) {
      return Optional.of("No models provided");
    }
    if (request.path("models").size() > 3) {
      return Optional.of("'models' array must have 3 items or fewer");
    }
    return toolFault(request).or(() -> schemaFault(request));
  }

  private static Optional<String> toolFault(JsonNode request) {
    Set<String> open = new HashSet<>();
    for (JsonNode message : request.path("messages")) {
      switch (message.path("role").asText()) {
        case "assistant" ->
            message.path("tool_calls").forEach(call -> open.add(call.path("id").asText()));
        case "tool" -> {
          if (!open.remove(message.path("tool_call_id").asText())) {
            return Optional.of("tool message without a preceding tool call of that id");
          }
          if (request.path("tools").isEmpty()) {
            return Optional.of("tools must be repeated in every request of the loop");
          }
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  private static Optional<String> schemaFault(JsonNode request) {
    for (JsonNode tool : request.path("tools")) {
      JsonNode function = tool.path("function");
      if (function.path("strict").asBoolean() && isLoose(function.path("parameters"))) {
        return Optional.of("Invalid schema for function '" + function.path("name").asText() + "'");
      }
    }
    JsonNode schema = request.path("response_format").path("json_schema");
    if (schema.path("strict").asBoolean() && isLoose(schema.path("schema"))) {
      return Optional.of(
          "Invalid schema for response_format '" + schema.path("name").asText() + "'");
    }
    return Optional.empty();
  }

  /// A strict object names all its properties as required and allows no others, at every depth.
  private static boolean isLoose(JsonNode schema) {
    if (schema.has("items")) {
      return isLoose(schema.path("items"));
    }
    if (!schema.has("properties")) {
      return false;
    }
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    boolean closed =
        schema.path("additionalProperties").isBoolean()
            && !schema.path("additionalProperties").asBoolean();
    for (var property : schema.path("properties").properties()) {
      if (!required.contains(property.getKey()) || isLoose(property.getValue())) {
        return true;
      }
    }
    return !closed;
  }
}
