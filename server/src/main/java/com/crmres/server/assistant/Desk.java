package com.crmres.server.assistant;

import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Serves a reading: lets the rules decide about each proposal, in the turn's transaction, and says
/// what to answer.
@FunctionalInterface
public interface Desk {

  Served serve(Transaction transaction, UUID restaurantId, Turn turn, Reading reading);

  /// What came of a turn.
  ///
  /// @param answers what to say, in this order
  /// @param pending what was asked; null if nothing was
  /// @param misses how many turns in a row were not understood, this one included
  /// @param handOver why people have to go on; null if they need not
  record Served(
      List<MessageContent> answers,
      @Nullable PendingQuestion pending,
      int misses,
      @Nullable EscalationReason handOver) {
    public Served {
      answers = List.copyOf(answers);
    }
  }
}
