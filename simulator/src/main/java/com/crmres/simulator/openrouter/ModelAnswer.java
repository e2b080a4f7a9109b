package com.crmres.simulator.openrouter;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the scripted model does with a request.
public sealed interface ModelAnswer {

  /// Plain words, or JSON in a string when a schema was asked for.
  record Text(String content, String finishReason) implements ModelAnswer {
    public static Text of(String content) {
      return new Text(content, "stop");
    }
  }

  /// Calls of tools; `arguments` is JSON in a string and may be broken on purpose.
  record Tools(List<Call> calls, @Nullable String content) implements ModelAnswer {
    public Tools {
      calls = List.copyOf(calls);
    }

    public static Tools of(Call... calls) {
      return new Tools(List.of(calls), null);
    }
  }

  record Call(String name, String arguments) {}

  /// An error told by the HTTP status.
  ///
  /// @param retryAfter seconds; absent if the header is not sent
  record Failure(int status, String errorType, String message, @Nullable Integer retryAfter)
      implements ModelAnswer {
    public static Failure of(int status, String errorType) {
      return new Failure(status, errorType, "Provider returned error", null);
    }

    public Failure retryAfter(int seconds) {
      return new Failure(status, errorType, message, seconds);
    }
  }

  /// An error inside a 200: instead of choices.
  record FailureInside(int code, String errorType) implements ModelAnswer {}

  /// An error inside a 200: in a choice that broke off.
  record BrokenOff(String partial, int code, String errorType) implements ModelAnswer {}

  /// Any bytes at all, such as a page of HTML with 200.
  record Raw(int status, String contentType, String body) implements ModelAnswer {}

  /// The connection is closed without an answer.
  record HungUp() implements ModelAnswer {}

  /// Another answer after a time in which only white space drips.
  record Late(Duration delay, ModelAnswer answer) implements ModelAnswer {}
}
