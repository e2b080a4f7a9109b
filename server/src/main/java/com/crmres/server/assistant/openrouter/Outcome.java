package com.crmres.server.assistant.openrouter;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a call: failures are values, since each is dealt with in its own way.
sealed interface Outcome {

  /// What is known of its cost.
  Usage usage();

  /// An answer that may be acted upon.
  ///
  /// @param message the assistant's message as it came, byte for byte: some models refuse a
  ///   follow-up whose signatures were touched
  /// @param model by the name it gave itself, which is dated and not what was asked for
  record Answer(
      String message,
      @Nullable String text,
      List<ToolCall> calls,
      Usage usage,
      String model,
      @Nullable String provider,
      @Nullable String generationId)
      implements Outcome {
    public Answer {
      calls = List.copyOf(calls);
    }
  }

  /// No answer.
  ///
  /// @param status of HTTP, or the code inside a 200; 0 if none came
  /// @param type OpenRouter's stable word for it
  /// @param retryAfter what the other side asks us to wait
  /// @param retryable whether the same request may fare better soon
  /// @param mayHaveBeenBilled whether money may have gone though no bill came
  /// @param words safe to log: neither keys nor customers' words
  record Failure(
      Kind kind,
      int status,
      @Nullable String type,
      @Nullable Duration retryAfter,
      boolean retryable,
      boolean mayHaveBeenBilled,
      Usage usage,
      String words)
      implements Outcome {

    static Failure of(Kind kind, String words) {
      return new Failure(kind, 0, null, null, false, false, Usage.NONE, words);
    }

    Failure billedPerhaps() {
      return new Failure(kind, status, type, retryAfter, retryable, true, usage, words);
    }

    Failure costing(Usage known) {
      return new Failure(
          kind, status, type, retryAfter, retryable, mayHaveBeenBilled, known, words);
    }
  }

  /// A tool the model calls.
  ///
  /// @param arguments as the model wrote them
  record ToolCall(String id, String name, String arguments) {}
}
