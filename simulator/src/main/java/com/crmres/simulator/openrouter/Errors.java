package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes errors in OpenRouter's shapes.
final class Errors {

  private Errors() {}

  static ObjectNode error(int code, String message, @Nullable String errorType) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("code", code).put("message", message);
    if (errorType != null) {
      error.putObject("metadata").put("error_type", errorType);
    }
    return error;
  }

  static ObjectNode wrapped(ObjectNode error) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("error", error);
    return body;
  }

  /// Only OpenRouter's own limit tells how much of it is left.
  static Map<String, String> headers(Reply.Failure failure, Instant now) {
    Map<String, String> headers = new TreeMap<>();
    if (failure.retryAfter() != null) {
      headers.put("Retry-After", Integer.toString(failure.retryAfter()));
    }
    if (failure.status() == 429) {
      headers.put("X-RateLimit-Limit", "20");
      headers.put("X-RateLimit-Remaining", "0");
      headers.put("X-RateLimit-Reset", Long.toString(now.plusSeconds(60).toEpochMilli()));
    }
    return headers;
  }

  static ObjectNode unavailable(Reply.Unavailable missing, List<String> wished) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    if (!missing.bare()) {
      error.put("code", missing.status());
    }
    String seconds =
        missing.retryAfter() == null ? "" : " Retry after " + missing.retryAfter() + " seconds.";
    error
        .put("message", "No endpoint for " + String.join(", ", wished) + " is available." + seconds)
        .put("error_type", missing.errorType())
        .put("http_status", missing.status())
        .set("availability", availability(missing, wished));
    ObjectNode previous = error.putObject("metadata").putArray("previous_errors").addObject();
    previous
        .put("provider", "google-vertex")
        .put("code", missing.code())
        .put("status", missing.status());
    return wrapped(error);
  }

  private static JsonNode availability(Reply.Unavailable missing, List<String> wished) {
    ObjectNode availability = JsonNodeFactory.instance.objectNode();
    availability.put("code", missing.code()).put("retryable", missing.retryable());
    if (missing.retryAfter() != null) {
      availability.put("retry_after", missing.retryAfter());
    }
    var models = availability.putArray("requested_models");
    wished.forEach(models::add);
    availability.putArray("affected_providers").add("google-vertex");
    availability.putArray("fallback_models").add("openai/gpt-5.4-nano");
    return availability.put("docs_url", "https://openrouter.ai/docs/errors#" + missing.code());
  }
}
