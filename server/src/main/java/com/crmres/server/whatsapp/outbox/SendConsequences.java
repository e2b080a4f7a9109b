package com.crmres.server.whatsapp.outbox;

import com.crmres.server.database.Transaction;
import java.util.UUID;

/// What a word of WhatsApp about one message means beyond it, for those whom it concerns. Each is
/// called in the transaction that settles the message, and may be called again for the same one.
public interface SendConsequences {

  /// WhatsApp has a message after all that people were told to look after.
  void arrivedAfterAll(Transaction transaction, UUID restaurantId, UUID messageId);

  /// The service window of the message's conversation is closed, whatever we believed (131047).
  void windowClosed(Transaction transaction, UUID restaurantId, UUID messageId);

  /// The customer wants no marketing (131050).
  void optedOut(Transaction transaction, UUID restaurantId, UUID messageId);

  /// The customer is known by a user id alone, to which this cannot be sent (131062).
  void phoneNeeded(Transaction transaction, UUID restaurantId, UUID messageId);

  /// The message's template is missing, paused, disabled or filled in wrongly.
  void templateProblem(Transaction transaction, UUID restaurantId, UUID messageId, int code);

  /// WhatsApp's code is one of which nobody has heard.
  void unknownCode(Transaction transaction, UUID restaurantId, UUID messageId, int code);
}
