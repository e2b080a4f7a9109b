package com.crmres.server.whatsapp;

import com.crmres.server.database.Transaction;
import java.util.UUID;

/// Hears of every file that customers send, so that its bytes are fetched while WhatsApp has them.
@FunctionalInterface
public interface MediaIntake {

  /// A message with a file was taken in; called once for each, in the transaction that keeps it.
  void wanted(Transaction transaction, UUID restaurantId, UUID messageId, MediaReference reference);
}
