package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.DecideSuggestionRequest.Decision;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A suggestion as it is kept.
///
/// @param through the place up to which it answers the customer
/// @param reading as text, so that one that a newer server no longer understands harms nobody who
///   does not serve it
/// @param decision what a person decided; null if nobody has
/// @param words that he sent instead
record Kept(
    UUID id,
    UUID conversationId,
    @Nullable UUID branchId,
    long through,
    String reading,
    Intent intent,
    Sentiment sentiment,
    double confidence,
    String mind,
    List<MessageContent> answers,
    List<Change> changes,
    SuggestionState state,
    Instant madeAt,
    @Nullable Instant sendsAt,
    @Nullable String decidedBy,
    @Nullable Decision decision,
    @Nullable String words) {

  /// Keys of rows, which serving makes anew each time, and numbers of orders, which others may have
  /// taken meanwhile.
  private static final Pattern PASSING =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\b[A-Z]{1,3}-[0-9]{1,5}\\b");

  Kept {
    answers = List.copyOf(answers);
    changes = List.copyOf(changes);
  }

  /// Whether a person saw exactly this: prices, dishes, questions, whatever he may have approved.
  boolean showed(Foresight.Foreseen foreseen) {
    return foreseen.served().handOver() == null
        && foreseen.changes().equals(changes)
        && lasting(foreseen.served().answers()).equals(lasting(answers));
  }

  /// Whether it was decided in just this way.
  boolean isDecided(Decision other, @Nullable String otherWords) {
    return decision == other && Objects.equals(words, otherWords);
  }

  /// As screens show it.
  Suggestion shown(String language) {
    return new Suggestion(
        id,
        conversationId,
        intent,
        sentiment,
        confidence,
        mind,
        answers,
        ChangeTexts.lines(changes, language),
        null,
        state,
        madeAt,
        sendsAt,
        decidedBy);
  }

  private static List<String> lasting(List<MessageContent> answers) {
    return answers.stream()
        .map(answer -> PASSING.matcher(Json.write(answer)).replaceAll(""))
        .toList();
  }
}
