package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What OpenRouter and its providers refuse with 400 before any model sees it.
final class RequestRules {

  private static final int MOST_MODELS = 3;
  private static final int MOST_METADATA = 16;
  private static final int LONGEST_SESSION = 256;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Set<String> ROLES =
      Set.of("system", "developer", "user", "assistant", "tool");

  private RequestRules() {}

  static Optional<String> fault(JsonNode request) {
    if (!request.path("messages").isArray() || request.path("messages").isEmpty()) {
      return Optional.of("Input required: specify \"messages\"");
    }
    if (Catalogue.wished(request).isEmpty()) {
      return Optional.of("No models provided");
    }
    if (request.path("models").size() > MOST_MODELS) {
      return Optional.of("'models' array must have 3 items or fewer");
    }
    return fieldFault(request)
        .or(() -> messageFault(request))
        .or(() -> choiceFault(request))
        .or(() -> schemaFault(request));
  }

  private static Optional<String> fieldFault(JsonNode request) {
    JsonNode temperature = request.path("temperature");
    if (temperature.isTextual() || temperature.asDouble() < 0 || temperature.asDouble() > 2) {
      return Optional.of("temperature must be a number from 0 to 2");
    }
    if (request.path("metadata").size() > MOST_METADATA) {
      return Optional.of("metadata must have 16 pairs or fewer");
    }
    if (request.path("session_id").asText().length() > LONGEST_SESSION) {
      return Optional.of("session_id must have 256 characters or fewer");
    }
    JsonNode flat = request.path("reasoning_effort");
    JsonNode effort = request.path("reasoning").path("effort");
    return !flat.isMissingNode() && !effort.isMissingNode() && !flat.equals(effort)
        ? Optional.of("reasoning_effort and reasoning.effort differ")
        : Optional.empty();
  }

  /// A tool message answers a call of the assistant message right before it, and every call is
  /// answered.
  private static Optional<String> messageFault(JsonNode request) {
    Set<String> open = new HashSet<>();
    for (JsonNode message : request.path("messages")) {
      String role = message.path("role").asText();
      if (!ROLES.contains(role)) {
        return Optional.of("unknown role '" + role + "'");
      }
      if (role.equals("tool")) {
        if (!open.remove(message.path("tool_call_id").asText())) {
          return Optional.of("tool message without a preceding tool call of that id");
        }
        if (request.path("tools").isEmpty()) {
          return Optional.of("tools must be repeated in every request of the loop");
        }
      } else if (!open.isEmpty()) {
        return Optional.of("tool_calls must be followed by a tool message for each call");
      }
      message.path("tool_calls").forEach(call -> open.add(call.path("id").asText()));
    }
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of("tool_calls must be followed by a tool message for each call");
  }

  private static Optional<String> choiceFault(JsonNode request) {
    Set<String> names = new HashSet<>();
    for (JsonNode tool : request.path("tools")) {
      String name = tool.at("/function/name").asText();
      if (!NAME.matcher(name).matches() || !names.add(name)) {
        return Optional.of("Invalid or repeated tool name '" + name + "'");
      }
    }
    JsonNode choice = request.path("tool_choice");
    boolean known =
        choice.isObject()
            ? names.contains(choice.at("/function/name").asText())
            : choice.isMissingNode()
                || Set.of("none", "auto").contains(choice.asText())
                || (choice.asText().equals("required") && !names.isEmpty());
    return known ? Optional.empty() : Optional.of("Invalid tool_choice");
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
