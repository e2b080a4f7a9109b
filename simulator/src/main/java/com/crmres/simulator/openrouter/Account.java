package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// The money of the key, and what each answer cost.
final class Account {

  private static final int REMEMBERED = 10_000;
  private static final BigDecimal LIMIT = BigDecimal.valueOf(100);

  private final SequencedMap<String, ObjectNode> generations = new LinkedHashMap<>();
  private BigDecimal remaining = new BigDecimal("74.5");
  private BigDecimal usage = new BigDecimal("25.5");

  synchronized void remaining(BigDecimal dollars) {
    remaining = dollars;
  }

  synchronized boolean isEmpty() {
    return remaining.signum() <= 0;
  }

  synchronized void charge(JsonNode request, ObjectNode answer, Bill bill, long millis) {
    remaining = remaining.subtract(bill.cost());
    usage = usage.add(bill.cost());
    generations.put(answer.path("id").asText(), generation(request, answer, bill, millis));
    if (generations.size() > REMEMBERED) {
      generations.pollFirstEntry();
    }
  }

  synchronized Optional<ObjectNode> generation(String id) {
    return Optional.ofNullable(generations.get(id)).map(Account::data);
  }

  synchronized ObjectNode credits() {
    ObjectNode credits = JsonNodeFactory.instance.objectNode();
    return data(credits.put("total_credits", remaining.add(usage)).put("total_usage", usage));
  }

  synchronized ObjectNode key() {
    ObjectNode key = JsonNodeFactory.instance.objectNode();
    key.put("label", "sk-or-v1-sim...001")
        .put("limit", LIMIT.max(remaining))
        .put("limit_remaining", remaining)
        .put("limit_reset", "monthly")
        .put("include_byok_in_limit", false)
        .put("usage", usage)
        .put("usage_daily", usage)
        .put("usage_weekly", usage)
        .put("usage_monthly", usage)
        .put("byok_usage", 0)
        .put("byok_usage_daily", 0)
        .put("byok_usage_weekly", 0)
        .put("byok_usage_monthly", 0)
        .put("is_free_tier", false)
        .put("is_management_key", false)
        .put("expires_at", "2027-12-31T23:59:59Z");
    key.putObject("rate_limit")
        .put("requests", 1000)
        .put("interval", "1h")
        .put("note", "deprecated");
    return data(key);
  }

  private static ObjectNode generation(
      JsonNode request, ObjectNode answer, Bill bill, long millis) {
    ObjectNode generation = JsonNodeFactory.instance.objectNode();
    return generation
        .put("id", answer.path("id").asText())
        .put("model", answer.path("model").asText())
        .put("provider_name", answer.path("provider").asText())
        .put("created_at", answer.path("created").asLong())
        .put("total_cost", bill.cost())
        .put("usage", bill.cost())
        .put("tokens_prompt", bill.promptTokens())
        .put("tokens_completion", bill.completionTokens())
        .put("native_tokens_prompt", bill.promptTokens())
        .put("native_tokens_completion", bill.completionTokens())
        .put("native_tokens_cached", bill.cachedTokens())
        .put("native_tokens_reasoning", 0)
        .put("latency", millis)
        .put("generation_time", millis)
        .put("finish_reason", answer.at("/choices/0/finish_reason").asText())
        .put("streamed", request.path("stream").asBoolean())
        .put("cancelled", false)
        .put("session_id", request.path("session_id").asText(null));
  }

  private static ObjectNode data(ObjectNode content) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("data", content);
    return body;
  }
}
