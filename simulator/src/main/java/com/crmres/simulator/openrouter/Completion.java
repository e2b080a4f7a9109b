package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes the JSON of a completion: choices, usage, cost.
final class Completion {

  private static final BigDecimal PROMPT_PRICE = new BigDecimal("0.00000025");
  private static final BigDecimal ANSWER_PRICE = new BigDecimal("0.00000150");

  private final ObjectNode body = JsonNodeFactory.instance.objectNode();
  private final JsonNode request;
  private final String id;

  Completion(JsonNode request, String id, Instant at) {
    this.request = request;
    this.id = id;
    body.put("id", id)
        .put("object", "chat.completion")
        .put("created", at.getEpochSecond())
        .put("model", datedModel())
        .put("provider", "Google")
        .putNull("system_fingerprint");
  }

  ObjectNode text(String content, String finishReason) {
    message(finishReason, content);
    return used(content.length());
  }

  ObjectNode tools(List<ModelAnswer.Call> calls, @Nullable String content) {
    ObjectNode message = message("tool_calls", content);
    ArrayNode list = message.putArray("tool_calls");
    int length = 0;
    for (int index = 0; index < calls.size(); index++) {
      ModelAnswer.Call call = calls.get(index);
      list.addObject()
          .put("type", "function")
          .put("index", index)
          .put("id", "tool_" + call.name() + "_" + id.substring(id.length() - 6) + index)
          .putObject("function")
          .put("name", call.name())
          .put("arguments", call.arguments());
      length += call.arguments().length() + 20;
    }
    return used(length);
  }

  ObjectNode brokenOff(String partial, int code, String errorType) {
    message("error", partial);
    ObjectNode choice = (ObjectNode) body.path("choices").path(0);
    choice.set("error", error(code, "Provider disconnected mid-stream", errorType));
    return body;
  }

  static ObjectNode error(int code, String message, String errorType) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("code", code).put("message", message);
    error.putObject("metadata").put("error_type", errorType);
    return error;
  }

  private ObjectNode message(String finishReason, @Nullable String content) {
    ObjectNode choice = body.putArray("choices").addObject();
    choice
        .put("index", 0)
        .putNull("logprobs")
        .put("finish_reason", finishReason)
        .put("native_finish_reason", finishReason.toUpperCase(Locale.ROOT));
    return choice
        .putObject("message")
        .put("role", "assistant")
        .put("content", content)
        .putNull("refusal")
        .putNull("reasoning");
  }

  /// About three characters are one token in Arabic and English mixed.
  private ObjectNode used(int answerLength) {
    int prompt = Math.max(1, request.path("messages").toString().length() / 3);
    int answer = Math.max(1, answerLength / 3);
    BigDecimal promptCost = PROMPT_PRICE.multiply(BigDecimal.valueOf(prompt));
    BigDecimal answerCost = ANSWER_PRICE.multiply(BigDecimal.valueOf(answer));
    BigDecimal cost = promptCost.add(answerCost).setScale(9, RoundingMode.HALF_UP);
    ObjectNode usage = body.putObject("usage");
    usage
        .put("prompt_tokens", prompt)
        .put("completion_tokens", answer)
        .put("total_tokens", prompt + answer)
        .put("cost", cost)
        .put("is_byok", false);
    usage.putObject("prompt_tokens_details").put("cached_tokens", 0).put("cache_write_tokens", 0);
    usage
        .putObject("cost_details")
        .put("upstream_inference_cost", cost)
        .put("upstream_inference_prompt_cost", promptCost)
        .put("upstream_inference_completions_cost", answerCost);
    usage.putObject("completion_tokens_details").put("reasoning_tokens", 0);
    return body;
  }

  /// The answer names the dated model, not the one that was asked for.
  private String datedModel() {
    String asked = request.path("model").asText();
    return (asked.isEmpty() ? request.path("models").path(0).asText() : asked) + "-20260507";
  }
}
