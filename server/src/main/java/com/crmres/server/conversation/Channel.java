package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.UUID;

/// The way messages leave the house; WhatsApp is one.
public interface Channel {

  /// Queues a message in the transaction that wrote it, so that it is sent if and only if it was
  /// written.
  void queue(Transaction transaction, OutgoingMessage message);

  /// Takes messages back that wait to be sent; one that is being sent right now is not among them.
  ///
  /// @return those that will not be sent
  default List<UUID> withdraw(Transaction transaction, UUID restaurantId, List<UUID> messageIds) {
    return List.of();
  }

  /// Why the channel would refuse a message; empty if it takes it, in parts where it must.
  default List<ContentFault> check(MessageContent content) {
    return List.of();
  }

  /// The messages as which it goes out: itself, or parts of words too long for one.
  default List<MessageContent> parts(MessageContent content) {
    return List.of(content);
  }

  /// Why the channel would refuse a sign on a message; empty if it takes it.
  default List<ContentFault> checkReaction(String emoji) {
    return List.of();
  }

  /// Holds what staff want to send against the house's files and templates.
  default Prepared prepare(
      Transaction transaction, UUID restaurantId, UUID conversationId, MessageContent content) {
    return new Prepared.Ready(content);
  }

  /// What may be sent outside the service window.
  default Templates templates() {
    return Templates.NONE;
  }

  /// A message to go out, or a sign on one, under an id of its own.
  ///
  /// @param phoneNumberId our number it goes out from
  /// @param sequence its place in the conversation; messages leave in this order
  record OutgoingMessage(
      UUID restaurantId,
      UUID conversationId,
      UUID messageId,
      String phoneNumberId,
      long sequence,
      WhenInDoubt whenInDoubt) {}

  /// What happens when nobody knows whether WhatsApp took a message.
  enum WhenInDoubt {
    /// Send once more after the wait: a doubled sentence does little harm.
    SEND_AGAIN,
    /// Let people decide: a doubled order confirmation does harm.
    HOLD
  }
}
