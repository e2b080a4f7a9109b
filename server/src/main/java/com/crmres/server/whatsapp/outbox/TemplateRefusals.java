package com.crmres.server.whatsapp.outbox;

import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.UUID;

/// Hears of messages that failed because of their template; whoever keeps the templates implements
/// it.
@FunctionalInterface
public interface TemplateRefusals {

  /// A message's template was refused; hearing it again changes nothing more.
  ///
  /// @param code WhatsApp's error code
  void refused(Transaction transaction, UUID restaurantId, UUID messageId, int code, Instant at);
}
