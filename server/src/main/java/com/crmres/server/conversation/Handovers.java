package com.crmres.server.conversation;

import com.crmres.common.conversation.EscalationReason;
import com.crmres.server.database.Transaction;
import java.util.UUID;

/// Notes down what people need to know when a conversation is handed to them.
@FunctionalInterface
public interface Handovers {

  /// For a house without people who read.
  Handovers UNNOTED = (_, _, _, _) -> {};

  /// A conversation has just been handed to people.
  void handedOver(
      Transaction transaction, UUID restaurantId, UUID conversationId, EscalationReason reason);
}
