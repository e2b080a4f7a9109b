package com.crmres.server.conversation;

import com.crmres.server.database.Transaction;
import java.util.UUID;

/// Obeys buttons that mean one thing by rule, whoever has the conversation: what people have in
/// hand, no assistant reads.
@FunctionalInterface
public interface TapListener {

  /// A customer tapped a button in a conversation that people have.
  ///
  /// @param id of the button
  void tapped(Transaction transaction, UUID restaurantId, UUID conversationId, String id);
}
