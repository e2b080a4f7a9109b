package com.crmres.server.assistant;

import com.crmres.server.conversation.TurnTaking;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Opens turns when customers write, and waits for the end of the burst.
public final class TurnQueue implements TurnTaking {

  private final Pace pace;
  private final Ids ids;
  private final HeldAnswers held;
  private final TurnStore store = new TurnStore();

  /// When a customer is taken to have finished.
  ///
  /// @param idle silence that ends a burst
  /// @param most the longest a burst may last
  public record Pace(Duration idle, Duration most) {}

  /// Makes the queue of an assistant that holds nothing back.
  public TurnQueue(Pace pace, Ids ids) {
    this(pace, ids, HeldAnswers.NONE);
  }

  /// Makes the queue.
  ///
  /// @param held hears of everything that makes a waiting answer void
  public TurnQueue(Pace pace, Ids ids, HeldAnswers held) {
    this.pace = pace;
    this.ids = ids;
    this.held = held;
  }

  @Override
  public void customerWrote(
      Transaction transaction, UUID restaurantId, UUID conversationId, long sequence, Instant at) {
    held.overtaken(transaction, restaurantId, conversationId);
    store.open(
        transaction,
        restaurantId,
        ids.next(),
        conversationId,
        sequence,
        at,
        at.plus(pace.idle()),
        pace.most());
  }

  @Override
  public boolean hasAnswered(
      Transaction transaction, UUID restaurantId, UUID conversationId, long place) {
    return store.memory(transaction, restaurantId, conversationId).answeredThrough() >= place;
  }

  @Override
  public void settled(
      Transaction transaction, UUID restaurantId, UUID conversationId, long sequence) {
    store.settled(transaction, restaurantId, conversationId, sequence);
  }

  @Override
  public void silence(Transaction transaction, UUID restaurantId, UUID conversationId) {
    held.overtaken(transaction, restaurantId, conversationId);
    store.drop(transaction, restaurantId, conversationId);
  }
}
