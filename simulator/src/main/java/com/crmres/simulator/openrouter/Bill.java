package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// What one answer used and costs.
record Bill(
    int promptTokens,
    int cachedTokens,
    int completionTokens,
    BigDecimal promptCost,
    BigDecimal completionCost,
    BigDecimal cost) {

  static final Bill NOTHING = new Bill(0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /// About three characters are one token in Arabic and English mixed.
  private static final int CHARACTERS_PER_TOKEN = 3;

  /// Empty and failed answers are free.
  static Bill of(JsonNode request, Reply.Said said, ModelCard card, int cached) {
    int answered = length(said);
    if (answered == 0 || said.finishReason().equals("error")) {
      return NOTHING;
    }
    int prompt =
        tokens(
            request.path("messages").toString().length()
                + request.path("tools").toString().length());
    int read = Math.min(cached, prompt);
    int completion = tokens(answered);
    BigDecimal promptCost =
        price(card.promptPrice(), prompt - read).add(price(card.cachedPrice(), read));
    BigDecimal completionCost = price(card.completionPrice(), completion);
    BigDecimal cost = promptCost.add(completionCost);
    return new Bill(prompt, read, completion, promptCost, completionCost, cost);
  }

  Bill at(@Nullable BigDecimal dollars) {
    return dollars == null
        ? this
        : new Bill(
            promptTokens, cachedTokens, completionTokens, promptCost, completionCost, dollars);
  }

  ObjectNode written() {
    ObjectNode usage = JsonNodeFactory.instance.objectNode();
    usage
        .put("prompt_tokens", promptTokens)
        .put("completion_tokens", completionTokens)
        .put("total_tokens", promptTokens + completionTokens)
        .put("cost", cost)
        .put("is_byok", false);
    usage
        .putObject("prompt_tokens_details")
        .put("cached_tokens", cachedTokens)
        .put("cache_write_tokens", 0)
        .put("audio_tokens", 0)
        .put("video_tokens", 0);
    usage
        .putObject("cost_details")
        .put("upstream_inference_cost", cost)
        .put("upstream_inference_prompt_cost", promptCost)
        .put("upstream_inference_completions_cost", completionCost);
    usage
        .putObject("completion_tokens_details")
        .put("reasoning_tokens", 0)
        .put("image_tokens", 0)
        .put("audio_tokens", 0);
    return usage;
  }

  private static int length(Reply.Said said) {
    int words = said.content() == null ? 0 : said.content().length();
    return words + said.calls().stream().mapToInt(call -> call.arguments().length() + 20).sum();
  }

  private static int tokens(int characters) {
    return Math.max(1, characters / CHARACTERS_PER_TOKEN);
  }

  private static BigDecimal price(BigDecimal perMillion, int tokens) {
    return perMillion
        .multiply(BigDecimal.valueOf(tokens))
        .movePointLeft(6)
        .setScale(9, RoundingMode.HALF_UP);
  }
}
