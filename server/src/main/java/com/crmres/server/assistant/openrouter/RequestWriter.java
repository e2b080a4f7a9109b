package com.crmres.server.assistant.openrouter;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Writes a request. The messages are joined as the texts they are, so that what a model said
/// before goes back to it without a byte changed.
final class RequestWriter {

  private final RouterSettings settings;
  private final Abilities abilities;
  private final Pseudonyms pseudonyms;

  RequestWriter(RouterSettings settings, Abilities abilities, Pseudonyms pseudonyms) {
    this.settings = settings;
    this.abilities = abilities;
    this.pseudonyms = pseudonyms;
  }

  /// The whole body.
  ///
  /// @param messages each a JSON object as text
  String write(UUID conversationId, Toolbox toolbox, List<String> messages) {
    ObjectNode request = Json.MAPPER.createObjectNode();
    request.put("model", settings.models().getFirst());
    if (settings.models().size() > 1) {
      settings.models().forEach(request.putArray("models")::add);
    }
    toolbox.tools().values().forEach(tool -> request.withArray("tools").add(tool.definition()));
    request.put("tool_choice", "auto");
    if (abilities.take("parallel_tool_calls")) {
      request.put("parallel_tool_calls", true);
    }
    request.put("max_tokens", settings.maxTokens());
    Double temperature = settings.temperature();
    if (temperature != null && abilities.take("temperature")) {
      request.put("temperature", temperature);
    }
    String effort = settings.effort();
    if (effort != null && abilities.take("reasoning")) {
      request.putObject("reasoning").put("effort", effort);
    }
    request.set("provider", provider());
    request.put("session_id", pseudonyms.session(conversationId));
    request.put("user", pseudonyms.user(conversationId));
    String head = request.toString();
    return head.substring(0, head.length() - 1)
        + ",\"messages\":["
        + String.join(",", messages)
        + "]}";
  }

  private ObjectNode provider() {
    ObjectNode provider = Json.MAPPER.createObjectNode();
    provider.put("data_collection", "deny");
    provider.put("zdr", settings.zeroRetention());
    provider.put("require_parameters", true);
    provider.put("allow_fallbacks", true);
    provider.put("sort", "latency");
    provider
        .putObject("max_price")
        .put("prompt", settings.promptPrice())
        .put("completion", settings.completionPrice());
    return provider;
  }

  /// What stays the same is marked for Claude, which keeps only what it is told to; the others keep
  /// every beginning that comes again.
  String system(String stable, String volatileRest) {
    ObjectNode message = Json.MAPPER.createObjectNode().put("role", "system");
    if (settings.usesClaude()) {
      ObjectNode part = message.putArray("content").addObject();
      part.put("type", "text").put("text", stable);
      part.putObject("cache_control").put("type", "ephemeral");
      message.withArray("content").addObject().put("type", "text").put("text", volatileRest);
    } else {
      message.put("content", stable + "\n\n" + volatileRest);
    }
    return message.toString();
  }

  static String message(String role, String content) {
    return Json.MAPPER.createObjectNode().put("role", role).put("content", content).toString();
  }

  static String result(Outcome.ToolCall call, Verdict verdict) {
    return Json.MAPPER
        .createObjectNode()
        .put("role", "tool")
        .put("tool_call_id", call.id())
        .put("content", verdict.told())
        .toString();
  }

  /// How many tokens a body may be: an Arabic word is two, and no letter is more than one.
  static long guessedTokens(String body) {
    return body.length() / 2L;
  }

  /// What a provider is told of tools, for whoever wants to see it.
  static String definitions(Toolbox toolbox) {
    return toolbox.tools().values().stream()
        .map(Tool::definition)
        .map(JsonNode::toString)
        .collect(Collectors.joining("\n"));
  }
}
