package com.crmres.server.conversation;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.live.LiveEvent;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import java.util.UUID;

/// Tells screens what has changed in conversations, in the transaction that changes it.
final class Announcements {

  private final EventLog events;
  private final SummaryStore summaries = new SummaryStore();
  private final MessageStore messages = new MessageStore();

  Announcements(EventLog events) {
    this.events = events;
  }

  /// A message stands in the conversation now.
  ConversationSummary added(Transaction transaction, UUID restaurantId, MessageDetails message) {
    ConversationSummary conversation =
        summaries.of(transaction, restaurantId, message.conversationId());
    events.append(
        transaction,
        restaurantId,
        conversation.branchId(),
        new LiveEvent.MessageAdded(conversation, message));
    return conversation;
  }

  /// The conversation is otherwise than it was.
  ConversationSummary conversation(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    ConversationSummary conversation = summaries.of(transaction, restaurantId, conversationId);
    events.append(
        transaction,
        restaurantId,
        conversation.branchId(),
        new LiveEvent.ConversationChanged(conversation));
    return conversation;
  }

  /// A message of ours has come further.
  void status(Transaction transaction, UUID restaurantId, ProgressStore.Raised raised) {
    events.append(
        transaction,
        restaurantId,
        raised.branchId(),
        new LiveEvent.MessageStatusChanged(
            raised.conversationId(), raised.messageId(), raised.status(), raised.failure()));
  }

  /// A message is otherwise than it was.
  void changed(Transaction transaction, UUID restaurantId, UUID messageId) {
    MessageDetails message = messages.find(transaction, restaurantId, messageId).orElseThrow();
    ConversationSummary conversation =
        summaries.of(transaction, restaurantId, message.conversationId());
    events.append(
        transaction, restaurantId, conversation.branchId(), new LiveEvent.MessageChanged(message));
  }
}
