package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.database.Transaction;
import java.util.UUID;

/// The way messages leave the house; WhatsApp is one.
public interface Channel {

  /// Queues a message in the transaction that wrote it, so that it is sent if and only if it was
  /// written.
  void queue(Transaction transaction, OutgoingMessage message);

  /// A message to go out.
  ///
  /// @param phoneNumberId our number it goes out from
  /// @param sequence its place in the conversation; messages leave in this order
  record OutgoingMessage(
      UUID restaurantId,
      UUID conversationId,
      UUID messageId,
      String phoneNumberId,
      long sequence,
      MessageContent content,
      WhenInDoubt whenInDoubt) {}

  /// What happens when nobody knows whether WhatsApp took a message.
  enum WhenInDoubt {
    /// Send once more after the wait: a doubled sentence does little harm.
    SEND_AGAIN,
    /// Let people decide: a doubled order confirmation does harm.
    HOLD
  }
}
