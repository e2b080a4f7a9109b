package com.crmres.common.assistant;

import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An answer that the assistant would give, with what it would change.
///
/// @param confidence 0 to 1
/// @param mind who read the turn, for example `embedded-2`
/// @param answers what would be said, in this order
/// @param changes what would happen to cart and orders, a line each, in the staff's language
/// @param handOver why people would have to go on; null if they need not
/// @param sendsAt when it goes out by itself; null if a person has to approve it
/// @param decidedBy the name of who decided; null while nobody has
public record Suggestion(
    UUID id,
    UUID conversationId,
    Intent intent,
    Sentiment sentiment,
    double confidence,
    String mind,
    List<MessageContent> answers,
    List<String> changes,
    @Nullable EscalationReason handOver,
    SuggestionState state,
    Instant madeAt,
    @Nullable Instant sendsAt,
    @Nullable String decidedBy) {
  public Suggestion {
    answers = List.copyOf(answers);
    changes = List.copyOf(changes);
  }
}
