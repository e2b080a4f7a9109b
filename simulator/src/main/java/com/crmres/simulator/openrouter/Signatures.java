package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// What the traps of Gemini catch: reasoning that did not come back as it went out, and tools
/// beside a schema.
final class Signatures {

  private static final int REMEMBERED = 10_000;

  private final SequencedMap<String, JsonNode> issued = new LinkedHashMap<>();

  synchronized void remember(JsonNode message) {
    for (JsonNode call : message.path("tool_calls")) {
      issued.put(call.path("id").asText(), message.path("reasoning_details"));
    }
    while (issued.size() > REMEMBERED) {
      issued.pollFirstEntry();
    }
  }

  Optional<String> fault(JsonNode request, Family family) {
    return switch (family) {
      case PLAIN -> Optional.empty();
      case GEMINI_2 -> mixed(request);
      case GEMINI_3 -> unsigned(request);
    };
  }

  private static Optional<String> mixed(JsonNode request) {
    return !request.path("tools").isEmpty()
            && request.at("/response_format/type").asText().startsWith("json")
        ? Optional.of(
            "Function calling with a response mime type: 'application/json' is unsupported")
        : Optional.empty();
  }

  private synchronized Optional<String> unsigned(JsonNode request) {
    for (JsonNode message : request.path("messages")) {
      JsonNode details = message.path("reasoning_details");
      for (JsonNode call : message.path("tool_calls")) {
        JsonNode due = issued.getOrDefault(call.path("id").asText(), MissingNode.getInstance());
        if (details.isEmpty() || (!due.isMissingNode() && !sameBytes(due, details))) {
          return Optional.of(
              "Provider returned error: function call `"
                  + call.at("/function/name").asText()
                  + "` is missing a thought_signature; reasoning details need to be preserved");
        }
      }
    }
    return Optional.empty();
  }

  /// Also the order of the members counts.
  private static boolean sameBytes(JsonNode due, JsonNode given) {
    return due.toString().equals(given.toString());
  }
}
