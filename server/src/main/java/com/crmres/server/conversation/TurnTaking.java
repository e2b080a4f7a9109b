package com.crmres.server.conversation;

import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.UUID;

/// Who has the next word after the customer spoke; the assistant implements it.
public interface TurnTaking {

  /// The customer wrote, and the assistant is the one who answers; what it has answered already, or
  /// people have dealt with, changes nothing.
  ///
  /// @param sequence of the customer's message
  void customerWrote(
      Transaction transaction, UUID restaurantId, UUID conversationId, long sequence, Instant at);

  /// Whether the assistant has answered what was said at a place, or people have dealt with it.
  boolean hasAnswered(Transaction transaction, UUID restaurantId, UUID conversationId, long place);

  /// Everything up to a place in the conversation has been dealt with by people: the assistant
  /// never answers it, and what it had asked is void.
  void settled(Transaction transaction, UUID restaurantId, UUID conversationId, long sequence);

  /// A person took over: nothing more is to be said by the assistant.
  void silence(Transaction transaction, UUID restaurantId, UUID conversationId);
}
