package com.crmres.common.assistant;

import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the assistant would answer one turn.
///
/// @param handOver why it would hand over; null if it would not
public record PreviewTurn(
    String said,
    List<MessageContent> answers,
    Intent intent,
    Sentiment sentiment,
    double confidence,
    @Nullable EscalationReason handOver) {
  public PreviewTurn {
    answers = List.copyOf(answers);
  }
}
