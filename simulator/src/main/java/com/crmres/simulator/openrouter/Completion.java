package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// Writes the JSON of a completion: choices, usage, cost.
final class Completion {

  private final ObjectNode body = JsonNodeFactory.instance.objectNode();
  private final String id;
  private final boolean thinks;
  private final Bill bill;

  /// @param thinks whether the model signs its calls with encrypted reasoning
  Completion(String id, Instant at, ModelCard card, boolean thinks, Bill bill) {
    this.id = id;
    this.thinks = thinks;
    this.bill = bill;
    body.put("id", id)
        .put("object", "chat.completion")
        .put("created", at.getEpochSecond())
        .put("model", card.datedSlug())
        .put("provider", card.provider())
        .putNull("system_fingerprint");
    // Some providers name a tier and some do not.
    if (card.provider().equals("Google")) {
      body.put("service_tier", "default");
    }
  }

  ObjectNode said(Reply.Said said) {
    ObjectNode message = choice(said.finishReason(), said.nativeReason()).putObject("message");
    message
        .put("role", "assistant")
        .put("content", said.content())
        .putNull("refusal")
        .putNull("reasoning");
    if (!said.calls().isEmpty()) {
      calls(message.putArray("tool_calls"), said);
    }
    if (thinks) {
      sign(message);
    }
    body.set("usage", bill.written());
    return body;
  }

  ObjectNode brokenOff(String partial, int code, String errorType) {
    ObjectNode choice = choice("error", "error");
    choice.putObject("message").put("role", "assistant").put("content", partial);
    choice.set("error", Errors.error(code, "Provider disconnected mid-stream", errorType));
    return body;
  }

  ObjectNode withoutChoices() {
    body.putArray("choices");
    body.set("usage", bill.written());
    return body;
  }

  private void calls(ArrayNode list, Reply.Said said) {
    for (Reply.Call call : said.calls()) {
      int index = list.size();
      list.addObject()
          .put("type", "function")
          .put("index", index)
          .put("id", "tool_" + call.name() + "_" + id.substring(id.length() - 8) + index)
          .putObject("function")
          .put("name", call.name())
          .put("arguments", call.arguments());
    }
  }

  private void sign(ObjectNode message) {
    ObjectNode detail = message.putArray("reasoning_details").addObject();
    detail
        .put("type", "reasoning.encrypted")
        .put("data", "EjQKMgEMOdb" + id.substring(id.length() - 16) + "+/=")
        .put("format", "google-gemini-v1");
    JsonNode call = message.at("/tool_calls/0/id");
    detail.put("id", call.isMissingNode() ? id : call.asText()).put("index", 0);
  }

  private ObjectNode choice(String finishReason, String nativeReason) {
    return body.putArray("choices")
        .addObject()
        .put("index", 0)
        .putNull("logprobs")
        .put("finish_reason", finishReason)
        .put("native_finish_reason", nativeReason);
  }
}
