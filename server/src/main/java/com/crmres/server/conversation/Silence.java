package com.crmres.server.conversation;

import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// Takes the word from the assistant: what it has said and what has not left the house yet goes out
/// no more. What waits is withdrawn at once; what somebody is about to send finds out right before
/// it would go ([Transcript#isSilenced]).
final class Silence {

  private final Channel channel;
  private final TurnTaking turnTaking;
  private final ChannelNews news;
  private final Clock clock;
  private final SilenceStore store = new SilenceStore();

  Silence(Channel channel, TurnTaking turnTaking, ChannelNews news, Clock clock) {
    this.channel = channel;
    this.turnTaking = turnTaking;
    this.news = news;
    this.clock = clock;
  }

  /// People have the word from now on; under the conversation's lock.
  void fall(Transaction transaction, UUID restaurantId, UUID conversationId) {
    turnTaking.silence(transaction, restaurantId, conversationId);
    store.fall(transaction, restaurantId, conversationId);
    List<UUID> unsent = store.unsent(transaction, restaurantId, conversationId);
    List<UUID> withdrawn =
        unsent.isEmpty() ? List.of() : channel.withdraw(transaction, restaurantId, unsent);
    withdrawn.forEach(id -> news.withdrawn(transaction, restaurantId, id, clock.instant()));
    if (!withdrawn.isEmpty()) {
      // What it had asked nobody was asked.
      turnTaking.settled(transaction, restaurantId, conversationId, 0);
    }
  }
}
