package com.crmres.common.assistant;

import com.crmres.common.conversation.EscalationReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people need to know when the assistant hands a conversation to them.
///
/// @param messageId the customer's message that caused it; null if none did
/// @param summary at most three lines: who, what was wanted, where it stands
/// @param suggestedReply words to begin with; null where the house must not speak first
public record Handover(
    UUID conversationId,
    EscalationReason reason,
    @Nullable UUID messageId,
    Intent intent,
    Sentiment sentiment,
    List<String> summary,
    @Nullable String suggestedReply,
    Instant at) {
  public Handover {
    summary = List.copyOf(summary);
  }
}
