package com.crmres.server.assistant;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Said;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The customer's words and the assistant's answer, from asking to remembering: what answers a turn
/// at once and what answers it later go the same way.
///
/// Every method works in the caller's transaction.
public final class Dialogue {

  private final Conversations conversations;
  private final Context context;
  private final Desk desk;
  private final Clock clock;
  private final TurnStore store = new TurnStore();

  public Dialogue(Conversations conversations, Context context, Desk desk, Clock clock) {
    this.conversations = conversations;
    this.context = context;
    this.desk = desk;
    this.clock = clock;
  }

  /// What a mind is asked.
  ///
  /// @param through the place up to which an answer answers the customer
  public record Question(Turn turn, long through) {}

  /// What the customer has said since the last answer.
  ///
  /// @param reached how far he has come at least, though the last of it may have been taken back
  public Question question(
      Transaction transaction, UUID restaurantId, UUID conversationId, long reached) {
    TurnStore.Memory memory = store.memory(transaction, restaurantId, conversationId);
    List<Said> said =
        conversations
            .transcript()
            .saidByCustomer(transaction, restaurantId, conversationId, memory.answeredThrough());
    long least = Math.max(reached, memory.answeredThrough());
    long through = Math.max(least, said.stream().mapToLong(Said::place).max().orElse(0));
    return new Question(
        context.of(transaction, restaurantId, conversationId, said, memory), through);
  }

  /// Does what the rules allow of a reading; says nothing yet.
  public Desk.Served serve(
      Transaction transaction, UUID restaurantId, Question question, Reading reading) {
    conversations.speaks(
        transaction, restaurantId, question.turn().conversationId(), reading.language());
    return desk.serve(transaction, restaurantId, question.turn(), reading);
  }

  /// Says it in the assistant's name.
  public void say(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      List<MessageContent> answers) {
    for (MessageContent answer : answers) {
      conversations.say(
          transaction,
          restaurantId,
          conversationId,
          Sender.AI,
          answer,
          Channel.WhenInDoubt.SEND_AGAIN);
    }
  }

  /// The customer is answered, and was asked what the desk asked.
  public void remember(
      Transaction transaction, UUID restaurantId, Question question, Desk.Served served) {
    store.remember(
        transaction,
        restaurantId,
        question.turn().conversationId(),
        new TurnStore.Memory(question.through(), served.pending(), served.misses()),
        clock.instant());
  }

  /// The assistant spoke first, and asked something.
  public void asked(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      @Nullable PendingQuestion pending) {
    long through = store.memory(transaction, restaurantId, conversationId).answeredThrough();
    store.remember(
        transaction,
        restaurantId,
        conversationId,
        new TurnStore.Memory(through, pending, 0),
        clock.instant());
  }
}
