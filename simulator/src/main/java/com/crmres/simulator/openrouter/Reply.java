package com.crmres.simulator.openrouter;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What comes back for one request for a completion.
public sealed interface Reply {

  /// A message of the model.
  ///
  /// @param content words, or JSON in a string when a schema was asked for
  /// @param calls of tools; their arguments may be broken on purpose
  /// @param finishReason as OpenRouter normalises it
  /// @param nativeReason as the provider said it
  record Said(@Nullable String content, List<Call> calls, String finishReason, String nativeReason)
      implements Reply {
    public Said {
      calls = List.copyOf(calls);
    }
  }

  /// A call of a tool.
  ///
  /// @param arguments JSON in a string
  record Call(String name, String arguments) {}

  /// An error told by the HTTP status, before generation.
  ///
  /// @param retryAfter seconds; absent if the header is not sent
  record Failure(
      int status, @Nullable String errorType, String message, @Nullable Integer retryAfter)
      implements Reply {
    public Failure retryAfter(int seconds) {
      return new Failure(status, errorType, message, seconds);
    }
  }

  /// No endpoint can take the request: the error carries an availability object.
  ///
  /// @param bare without `error.code`, as the documentation's own examples are
  record Unavailable(
      int status,
      String code,
      String errorType,
      boolean retryable,
      @Nullable Integer retryAfter,
      boolean bare)
      implements Reply {
    public Unavailable retryAfter(int seconds) {
      return new Unavailable(status, code, errorType, retryable, seconds, bare);
    }

    public Unavailable withoutCode() {
      return new Unavailable(status, code, errorType, retryable, retryAfter, true);
    }
  }

  /// An error inside a 200, in place of the answer.
  record ErrorInside(int code, String errorType) implements Reply {}

  /// An error inside a 200, in a choice that broke off.
  record ErrorInChoice(String partial, int code, String errorType) implements Reply {}

  /// An error in the middle of a stream; of a request that asked for no stream it is an error in a
  /// choice.
  ///
  /// @param code a number, or a word such as `server_error`
  record ErrorInStream(String partial, String code, String errorType) implements Reply {}

  /// A stream that ends without saying so.
  record Undone(Reply reply) implements Reply {}

  /// A 200 with an empty list of choices.
  record NoChoices() implements Reply {}

  /// Any bytes at all, such as a page of HTML with 200.
  record Raw(int status, String contentType, String body) implements Reply {}

  /// The connection is reset at this moment of an ordinary answer.
  record Reset(Moment moment) implements Reply {}

  enum Moment {
    BEFORE_HEADERS,
    AFTER_HEADERS,
    IN_BODY
  }

  /// Headers and one byte, then nothing for so long, then the connection is closed.
  record Stall(Duration held) implements Reply {}

  /// Another reply after a time in which only white space drips.
  record Late(Duration delay, Reply reply) implements Reply {}

  /// Another reply at this price.
  record Priced(BigDecimal cost, int cachedTokens, Reply reply) implements Reply {}

  static Said text(String content) {
    return new Said(content, List.of(), "stop", "STOP");
  }

  static Said tools(Call... calls) {
    return new Said(null, List.of(calls), "tool_calls", "STOP");
  }

  static Said toolsAndText(String content, Call... calls) {
    return new Said(content, List.of(calls), "tool_calls", "STOP");
  }

  static Call call(String name, String arguments) {
    return new Call(name, arguments);
  }

  /// The same words, cut where the limit of tokens was reached.
  static Said cutText(String content) {
    return new Said(content.substring(0, content.length() / 2), List.of(), "length", "MAX_TOKENS");
  }

  /// The call's arguments, cut where the limit of tokens was reached.
  static Said cutTools(Call call) {
    String half = call.arguments().substring(0, call.arguments().length() / 2);
    return new Said(null, List.of(new Call(call.name(), half)), "length", "MAX_TOKENS");
  }

  static Said empty() {
    return text("");
  }

  /// Gemini could not write a call: an error without a word, inside a 200.
  static Said malformedFunctionCall() {
    return new Said(null, List.of(), "error", "MALFORMED_FUNCTION_CALL");
  }

  static Said filtered() {
    return new Said("", List.of(), "content_filter", "SAFETY");
  }

  static Failure failure(int status, @Nullable String errorType) {
    return new Failure(status, errorType, "Provider returned error", null);
  }

  static Unavailable unavailable(int status, String code) {
    return switch (status) {
      case 429 -> new Unavailable(status, code, "rate_limit_exceeded", true, null, false);
      case 503 -> new Unavailable(status, code, "provider_overloaded", true, null, false);
      case 403 -> new Unavailable(status, code, "permission_denied", false, null, false);
      case 400 -> new Unavailable(status, code, "invalid_request", false, null, false);
      default -> new Unavailable(status, code, "not_found", false, null, false);
    };
  }

  static Raw page() {
    return new Raw(200, "text/html", "<!DOCTYPE html><html><body>Just a moment...</body></html>");
  }

  static Reset reset(Moment moment) {
    return new Reset(moment);
  }

  static Late late(Duration delay, Reply reply) {
    return new Late(delay, reply);
  }

  static Priced priced(String dollars, Reply reply) {
    return new Priced(new BigDecimal(dollars), 0, reply);
  }
}
