package com.crmres.server.whatsapp.outbox;

import com.crmres.server.database.Transaction;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What WhatsApp's statuses tell the outbox: it has the message, whatever we believed.
public final class Reports {

  private final OutboxStore store = new OutboxStore();

  /// A status arrived.
  ///
  /// @param messageId our own id, if it came back; else the message is found by WhatsApp's id
  /// @return the message; empty if it is none of ours, or not known yet
  public Optional<UUID> heardOf(
      Transaction transaction, UUID restaurantId, @Nullable UUID messageId, String wamid) {
    return store.heardOf(transaction, restaurantId, messageId, wamid);
  }

  /// Whether an error means that only templates may be sent to the customer.
  public static boolean saysWindowIsClosed(int code) {
    return code == SendError.WINDOW_CLOSED;
  }
}
