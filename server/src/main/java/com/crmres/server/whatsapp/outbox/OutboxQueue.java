package com.crmres.server.whatsapp.outbox;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.ContentFault;
import com.crmres.server.conversation.Templates;
import com.crmres.server.database.Transaction;
import java.util.List;

/// Where messages wait to go out: a row each, in the transaction that wrote the message.
public final class OutboxQueue implements Channel {

  private final OutboxStore store = new OutboxStore();
  private final Runnable wakeSender;
  private final Templates templates;

  /// Makes the queue of a channel without templates.
  ///
  /// @param wakeSender told after each commit
  public OutboxQueue(Runnable wakeSender) {
    this(wakeSender, Templates.NONE);
  }

  /// Makes the queue.
  ///
  /// @param wakeSender told after each commit
  public OutboxQueue(Runnable wakeSender, Templates templates) {
    this.wakeSender = wakeSender;
    this.templates = templates;
  }

  @Override
  public void queue(Transaction transaction, OutgoingMessage message) {
    store.add(transaction, message);
    transaction.afterCommit(wakeSender);
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
  public Templates templates() {
    return templates;
  }
}
