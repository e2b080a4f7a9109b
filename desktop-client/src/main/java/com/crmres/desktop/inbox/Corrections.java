package com.crmres.desktop.inbox;

import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.conversation.MessageContent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What staff write in place of a suggested answer, for each conversation, kept apart from what
/// they were writing themselves.
final class Corrections {

  /// @param text the words as they stand now
  /// @param tried the words that were sent and not yet heard of
  record Correction(Suggestion suggestion, String text, @Nullable String tried) {

    Correction withText(String words) {
      return new Correction(suggestion, words, tried);
    }

    Correction trying() {
      return new Correction(suggestion, text, text.strip());
    }

    /// Whether somebody put work into it that is in no message.
    boolean isWorthKeeping(SuggestionState became) {
      boolean sent = became == SuggestionState.EDITED && text.strip().equals(tried);
      return !sent && !text.strip().equals(words(suggestion).strip());
    }
  }

  private final Map<UUID, Correction> open = new HashMap<>();

  @Nullable Correction of(UUID conversationId) {
    return open.get(conversationId);
  }

  Correction begin(Suggestion suggestion) {
    var fresh = new Correction(suggestion, words(suggestion), null);
    open.put(suggestion.conversationId(), fresh);
    return fresh;
  }

  void keep(UUID conversationId, String text) {
    open.computeIfPresent(conversationId, (id, one) -> one.withText(text));
  }

  void trying(UUID conversationId) {
    open.computeIfPresent(conversationId, (id, one) -> one.trying());
  }

  /// Ends it; present only if it was of this suggestion.
  Optional<Correction> end(Suggestion suggestion) {
    Correction known = open.get(suggestion.conversationId());
    if (known == null || !known.suggestion().id().equals(suggestion.id())) {
      return Optional.empty();
    }
    open.remove(suggestion.conversationId());
    return Optional.of(known);
  }

  /// The words of an answer, without its buttons and lists.
  static String words(Suggestion suggestion) {
    return suggestion.answers().stream()
        .map(MessageContent::preview)
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining("\n\n"));
  }
}
