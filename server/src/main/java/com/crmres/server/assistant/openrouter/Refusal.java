package com.crmres.server.assistant.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads OpenRouter's errors, in every shape in which they come: with an HTTP status, inside a 200,
/// with `availability`, with codes that are words.
final class Refusal {

  private static final Set<String> GONE =
      Set.of(
          "model_not_found",
          "wrong_endpoint",
          "no_endpoints",
          "model_deprecated",
          "model_unavailable_upstream",
          "privacy_restricted",
          "constraint_filtered",
          "free_variant_ended");

  private static final Map<String, Integer> CODE_OF_TYPE =
      Map.ofEntries(
          Map.entry("invalid_request", 400),
          Map.entry("invalid_prompt", 400),
          Map.entry("context_length_exceeded", 400),
          Map.entry("max_tokens_exceeded", 400),
          Map.entry("content_policy_violation", 400),
          Map.entry("refusal", 400),
          Map.entry("string_too_long", 400),
          Map.entry("authentication", 401),
          Map.entry("payment_required", 402),
          Map.entry("permission_denied", 403),
          Map.entry("not_found", 404),
          Map.entry("payload_too_large", 413),
          Map.entry("unprocessable", 422),
          Map.entry("rate_limit_exceeded", 429),
          Map.entry("server", 500),
          Map.entry("server_error", 500),
          Map.entry("unmapped", 500),
          Map.entry("provider_unavailable", 502),
          Map.entry("provider_overloaded", 503),
          Map.entry("timeout", 504));

  private Refusal() {}

  /// Reads an error.
  ///
  /// @param error the object; missing if the body was no JSON
  /// @param status of HTTP
  /// @param header what `Retry-After` said
  static Outcome.Failure of(JsonNode error, int status, @Nullable Duration header) {
    String type = type(error);
    int code = code(error, type, status);
    JsonNode availability = error.path("availability");
    String available = availability.path("code").asText("");
    Kind kind = available.isEmpty() ? kind(code, type) : kindOfAvailability(available, code, type);
    boolean retryable =
        availability.path("retryable").isBoolean()
            ? availability.path("retryable").asBoolean()
            : mayFareBetter(code);
    return new Outcome.Failure(
        kind,
        code,
        available.isEmpty() ? type : available,
        wait(error, header),
        retryable,
        false,
        Usage.NONE,
        words(kind, code, available.isEmpty() ? type : available));
  }

  private static @Nullable String type(JsonNode error) {
    String type = error.path("metadata").path("error_type").asText("");
    type = type.isEmpty() ? error.path("error_type").asText("") : type;
    return type.isEmpty() ? null : type;
  }

  /// The first of `code`, `http_status` and the status of HTTP that says something.
  private static int code(JsonNode error, @Nullable String type, int status) {
    for (String member : new String[] {"code", "http_status"}) {
      JsonNode code = error.path(member);
      if (code.canConvertToInt() && code.isNumber()) {
        return code.asInt();
      }
      Integer named = CODE_OF_TYPE.get(code.asText(""));
      if (named != null) {
        return named;
      }
      if (code.asText("").matches("\\d{3}")) {
        return Integer.parseInt(code.asText());
      }
    }
    Integer named = type == null ? null : CODE_OF_TYPE.get(type);
    return named != null && status == 200 ? named : status;
  }

  private static Kind kind(int code, @Nullable String type) {
    return switch (code) {
      case 401 -> Kind.AUTH;
      case 402 -> Kind.CREDIT;
      case 403 -> Kind.BLOCKED;
      case 404 -> Kind.CONFIG;
      case 408, 504, 524 -> Kind.TIMEOUT;
      case 429 -> Kind.RATE;
      case 503, 529 -> Kind.OVERLOADED;
      default ->
          code >= 400 && code < 500
              ? "content_policy_violation".equals(type) || "refusal".equals(type)
                  ? Kind.BLOCKED
                  : Kind.BAD_REQUEST
              : Kind.PROVIDER;
    };
  }

  private static Kind kindOfAvailability(String available, int code, @Nullable String type) {
    if (GONE.contains(available)) {
      return Kind.CONFIG;
    }
    return switch (available) {
      case "capacity_exhausted" -> Kind.RATE;
      case "temporarily_unavailable" -> Kind.OVERLOADED;
      case "region_restricted" -> Kind.BLOCKED;
      default -> kind(code, type);
    };
  }

  private static boolean mayFareBetter(int code) {
    return switch (code) {
      case 408, 429, 500, 502, 503, 529 -> true;
      default -> false;
    };
  }

  private static @Nullable Duration wait(JsonNode error, @Nullable Duration header) {
    JsonNode told = error.path("availability").path("retry_after");
    return header == null && told.isNumber() ? Duration.ofSeconds(told.asLong()) : header;
  }

  /// Never the message itself: it may quote the prompt.
  private static String words(Kind kind, int code, @Nullable String type) {
    return "%s, code %d%s".formatted(kind.wireName(), code, type == null ? "" : ", " + safe(type));
  }

  private static String safe(String type) {
    return type.matches("[a-z0-9_]{1,60}") ? type : "a type of another form";
  }
}
