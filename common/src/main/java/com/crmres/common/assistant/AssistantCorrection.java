package com.crmres.common.assistant;

import com.crmres.common.conversation.MessageContent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person changed in a suggested answer, or why it was refused; the assistant's makers learn
/// from it.
///
/// @param decision `edit` or `refuse`
/// @param said what the customer had said, oldest first
/// @param answers what would have been said
/// @param changes what would have happened, a line each, in the caller's language
/// @param text what was said instead; null if it was refused
/// @param why what was wrong with it; null if nobody wrote it down
/// @param decidedBy the person's name
public record AssistantCorrection(
    UUID id,
    UUID conversationId,
    UUID suggestionId,
    DecideSuggestionRequest.Decision decision,
    Intent intent,
    Sentiment sentiment,
    double confidence,
    String mind,
    List<String> said,
    List<MessageContent> answers,
    List<String> changes,
    @Nullable String text,
    @Nullable String why,
    String decidedBy,
    Instant at) {
  public AssistantCorrection {
    said = List.copyOf(said);
    answers = List.copyOf(answers);
    changes = List.copyOf(changes);
  }
}
