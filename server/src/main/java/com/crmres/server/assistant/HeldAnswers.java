package com.crmres.server.assistant;

import com.crmres.server.database.Transaction;
import java.util.UUID;

/// Answers that wait before they go out, and must hear when they count no more.
@FunctionalInterface
public interface HeldAnswers {

  /// Nothing waits.
  HeldAnswers NONE = (_, _, _) -> {};

  /// The customer wrote on, or people have the word.
  void overtaken(Transaction transaction, UUID restaurantId, UUID conversationId);
}
