package com.crmres.server.whatsapp.outbox;

import com.crmres.server.conversation.Channel;
import com.crmres.server.database.Transaction;

/// Where messages wait to go out: a row each, in the transaction that wrote the message.
public final class OutboxQueue implements Channel {

  private final OutboxStore store = new OutboxStore();
  private final Runnable wakeSender;

  /// Makes the queue.
  ///
  /// @param wakeSender told after each commit
  public OutboxQueue(Runnable wakeSender) {
    this.wakeSender = wakeSender;
  }

  @Override
  public void queue(Transaction transaction, OutgoingMessage message) {
    store.add(transaction, message);
    transaction.afterCommit(wakeSender);
  }
}
