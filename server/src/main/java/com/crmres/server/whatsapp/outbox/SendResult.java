package com.crmres.server.whatsapp.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of handing a message to WhatsApp.
sealed interface SendResult {

  /// WhatsApp has it.
  ///
  /// @param waId what it calls the reader, where that is another number than the one dialled
  record Accepted(String wamid, @Nullable String waId) implements SendResult {}

  /// WhatsApp said no, so it does not have it.
  ///
  /// @param code WhatsApp's error code
  /// @param details WhatsApp's words, without anything of the customer's
  /// @param passing whether WhatsApp says that it will pass
  record Refused(int code, String details, boolean passing) implements SendResult {}

  /// It was never written to WhatsApp.
  record NotSent(String reason) implements SendResult {}

  /// We hold it back ourselves for a while.
  record Deferred(Duration delay, String reason) implements SendResult {}

  /// People have taken the word since: it was not sent and will not be.
  record Withdrawn() implements SendResult {}

  /// It was written, and no answer came that one could understand.
  record InDoubt(@Nullable String reason) implements SendResult {}
}
