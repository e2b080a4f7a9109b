package com.crmres.server.assistant.openrouter;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tells an answer from all that only looks like one: the status of HTTP says nothing, since it is
/// sent before the model has begun.
final class AnswerReader {

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private final Prices prices;

  AnswerReader(Prices prices) {
    this.prices = prices;
  }

  /// Reads what came.
  ///
  /// @param body with whatever whitespace came before it
  /// @param retryAfter of the headers
  /// @param generationId of the headers
  Outcome read(
      int status, String body, @Nullable Duration retryAfter, @Nullable String generationId) {
    JsonNode answer = parsed(body);
    if (status != 200 || answer.path("error").isObject()) {
      return Refusal.of(answer.path("error"), status, retryAfter);
    }
    if (!answer.isObject()) {
      return malformed("no JSON object in a 200").billedPerhaps();
    }
    JsonNode choice = answer.path("choices").path(0);
    Usage usage = usage(answer.path("usage"));
    if (choice.path("error").isObject()) {
      return Refusal.of(choice.path("error"), status, retryAfter).costing(usage);
    }
    return choice(choice, answer, body, usage, generationId);
  }

  private static JsonNode parsed(String body) {
    try {
      return Objects.requireNonNullElse(Json.read(body, JsonNode.class), Json.MAPPER.missingNode());
    } catch (IllegalArgumentException _) {
      return Json.MAPPER.missingNode();
    }
  }

  private Outcome choice(
      JsonNode choice, JsonNode answer, String body, Usage usage, @Nullable String generationId) {
    String finish = choice.path("finish_reason").asText("");
    if (finish.equals("content_filter")) {
      return new Outcome.Failure(
          Kind.BLOCKED, 200, finish, null, false, false, usage, "the answer was filtered");
    }
    if (!finish.equals("stop") && !finish.equals("tool_calls")) {
      return malformed("finished by " + known(finish)).costing(usage);
    }
    JsonNode message = choice.path("message");
    List<Outcome.ToolCall> calls = calls(message.path("tool_calls"));
    String text = message.path("content").asText("").strip();
    if (calls.isEmpty() && (text.isEmpty() || message.path("content").isNull())) {
      return malformed("an empty answer").costing(usage);
    }
    String id = generationId == null ? answer.path("id").asText("") : generationId;
    return new Outcome.Answer(
        RawMessage.of(body),
        text.isEmpty() || message.path("content").isNull() ? null : text,
        calls,
        usage,
        answer.path("model").asText(""),
        answer.path("provider").asText(null),
        id.isEmpty() ? null : id);
  }

  private static String known(String finish) {
    return finish.matches("[a-z_]{1,20}") ? finish : "nothing";
  }

  private static List<Outcome.ToolCall> calls(JsonNode told) {
    List<Outcome.ToolCall> calls = new ArrayList<>();
    for (JsonNode call : told) {
      JsonNode function = call.path("function");
      JsonNode arguments = function.path("arguments");
      calls.add(
          new Outcome.ToolCall(
              call.path("id").asText(""),
              function.path("name").asText(""),
              arguments.isTextual() ? arguments.asText() : arguments.toString()));
    }
    return calls;
  }

  private Usage usage(JsonNode told) {
    long prompt = told.path("prompt_tokens").asLong();
    long completion = told.path("completion_tokens").asLong();
    JsonNode cost = told.path("cost");
    boolean billed = cost.isNumber();
    return new Usage(
        prompt,
        completion,
        told.path("prompt_tokens_details").path("cached_tokens").asLong(),
        told.path("completion_tokens_details").path("reasoning_tokens").asLong(),
        billed ? Math.max(0, micro(cost.decimalValue())) : prices.microDollars(prompt, completion),
        !billed && prompt + completion > 0);
  }

  private static long micro(BigDecimal dollars) {
    return dollars.multiply(MILLION).setScale(0, RoundingMode.CEILING).longValue();
  }

  private static Outcome.Failure malformed(String words) {
    return new Outcome.Failure(Kind.MALFORMED, 200, null, null, true, false, Usage.NONE, words);
  }
}
