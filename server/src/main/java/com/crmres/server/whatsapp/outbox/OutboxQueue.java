package com.crmres.server.whatsapp.outbox;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.conversation.Attachments;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.ContentFault;
import com.crmres.server.conversation.Prepared;
import com.crmres.server.conversation.Templates;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.UUID;

/// Where messages wait to go out: a row each, in the transaction that wrote the message.
public final class OutboxQueue implements Channel {

  private final OutboxStore store = new OutboxStore();
  private final Runnable wakeSender;
  private final Templates templates;
  private final Attachments attachments;

  /// Makes the queue of a channel without templates, which takes files as they are told.
  ///
  /// @param wakeSender told after each commit
  public OutboxQueue(Runnable wakeSender) {
    this(wakeSender, Templates.NONE, Attachments.AS_TOLD);
  }

  /// Makes the queue.
  ///
  /// @param wakeSender told after each commit
  public OutboxQueue(Runnable wakeSender, Templates templates, Attachments attachments) {
    this.wakeSender = wakeSender;
    this.templates = templates;
    this.attachments = attachments;
  }

  @Override
  public void queue(Transaction transaction, OutgoingMessage message) {
    store.add(transaction, message);
    transaction.afterCommit(wakeSender);
  }

  @Override
  public List<UUID> withdraw(Transaction transaction, UUID restaurantId, List<UUID> messageIds) {
    List<UUID> withdrawn = store.withdraw(transaction, restaurantId, messageIds);
    transaction.afterCommit(wakeSender);
    return withdrawn;
  }

  @Override
  public List<ContentFault> check(MessageContent content) {
    return MessageRules.check(content);
  }

  @Override
  public List<MessageContent> parts(MessageContent content) {
    return MessageParts.of(content);
  }

  @Override
  public List<ContentFault> checkReaction(String emoji) {
    return MessageRules.checkReaction(emoji);
  }

  @Override
  public Prepared prepare(
      Transaction transaction, UUID restaurantId, UUID conversationId, MessageContent content) {
    return switch (content) {
      case MessageContent.Template template ->
          templates.prepare(transaction, restaurantId, conversationId, template);
      case MessageContent.Media media -> attachments.prepare(transaction, restaurantId, media);
      default -> new Prepared.Ready(content);
    };
  }

  @Override
  public Templates templates() {
    return templates;
  }
}
