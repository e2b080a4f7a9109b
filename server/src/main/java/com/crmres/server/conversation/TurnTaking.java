package com.crmres.server.conversation;

import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.UUID;

/// Who has the next word after the customer spoke; the assistant implements it.
public interface TurnTaking {

  /// The customer wrote, and the assistant is the one who answers.
  ///
  /// @param sequence of the customer's message
  void customerWrote(
      Transaction transaction, UUID restaurantId, UUID conversationId, long sequence, Instant at);

  /// A person took over: nothing more is to be said by the assistant.
  void silence(Transaction transaction, UUID restaurantId, UUID conversationId);
}
