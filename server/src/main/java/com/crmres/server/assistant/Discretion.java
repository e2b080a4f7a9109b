package com.crmres.server.assistant;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.server.database.Transaction;
import java.util.UUID;

/// Decides how far the assistant may go by itself with a turn that it has read.
public interface Discretion {

  /// It may always answer at once.
  Discretion FULL =
      new Discretion() {
        @Override
        public boolean mayShowItself(
            Transaction transaction, UUID restaurantId, ConversationSummary conversation) {
          return true;
        }

        @Override
        public boolean lets(
            Transaction transaction,
            UUID restaurantId,
            ConversationSummary conversation,
            Dialogue.Question question,
            Reading reading) {
          return true;
        }
      };

  /// Whether the customer may see that he is being read, before anybody knows what he wants.
  boolean mayShowItself(
      Transaction transaction, UUID restaurantId, ConversationSummary conversation);

  /// Whether the turn is to be answered at once. What must not be is kept for people, or given to
  /// them, in the same transaction.
  boolean lets(
      Transaction transaction,
      UUID restaurantId,
      ConversationSummary conversation,
      Dialogue.Question question,
      Reading reading);
}
