package com.crmres.desktop.inbox;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MessageDetails;
import org.jspecify.annotations.Nullable;

/// Moves a message's delivery status up, never down: events may come late or twice.
final class DeliveryProgress {

  private DeliveryProgress() {}

  static MessageDetails applied(
      MessageDetails message, DeliveryStatus status, @Nullable String failure) {
    DeliveryStatus present = message.status();
    if (present != null && present.compareTo(status) >= 0) {
      return message;
    }
    return new MessageDetails(
        message.id(),
        message.conversationId(),
        message.sequence(),
        message.sender(),
        message.authorName(),
        message.content(),
        status,
        failure,
        message.marks(),
        message.at());
  }

  /// The one of two tellings of a message that has come further.
  static MessageDetails further(MessageDetails one, MessageDetails other) {
    DeliveryStatus status = other.status();
    return status == null ? other : applied(one, status, other.failure());
  }
}
