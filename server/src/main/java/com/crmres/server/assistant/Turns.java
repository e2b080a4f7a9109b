package com.crmres.server.assistant;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Presence;
import com.crmres.server.conversation.TurnTaking;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Answers turns: leases one that is due, lets the mind read it outside any transaction, and
/// commits what the rules made of it in one, if the lease still holds and nobody took over
/// meanwhile.
public final class Turns {

  private static final Logger LOG = System.getLogger(Turns.class.getName());
  private static final int MOST_ATTEMPTS = 5;
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Database database;
  private final Conversations conversations;
  private final TurnTaking turnTaking;
  private final Dialogue dialogue;
  private final Mind mind;
  private final Discretion discretion;
  private final Presence presence;
  private final Duration mostBurst;
  private final Clock clock;
  private final TurnStore store = new TurnStore();

  /// Makes the answering of turns.
  ///
  /// @param discretion how far the assistant may go by itself
  /// @param presence shows the customer that he is read
  /// @param mostBurst the longest a burst may last; what comes after it is the next turn's
  public Turns(
      Database database,
      Conversations conversations,
      TurnTaking turnTaking,
      Dialogue dialogue,
      Mind mind,
      Discretion discretion,
      Presence presence,
      Duration mostBurst,
      Clock clock) {
    this.database = database;
    this.conversations = conversations;
    this.turnTaking = turnTaking;
    this.dialogue = dialogue;
    this.mind = mind;
    this.discretion = discretion;
    this.presence = presence;
    this.mostBurst = mostBurst;
    this.clock = clock;
  }

  /// Answers the turn that has been due longest.
  ///
  /// @return whether there was one
  public boolean answerNext() {
    Optional<TurnStore.Leased> leased =
        database.inSystem(transaction -> store.lease(transaction, clock.instant()));
    leased.ifPresent(this::answer);
    return leased.isPresent();
  }

  private void answer(TurnStore.Leased turn) {
    try {
      if (turn.failures() >= MOST_ATTEMPTS) {
        giveToPeople(turn);
      } else {
        readAndCommit(turn);
      }
    } catch (RuntimeException | StackOverflowError e) {
      // A mind may recurse too deep over a hostile text; that must cost the turn, not the worker.
      LOG.log(Level.WARNING, "turn " + turn.turnId() + " is tried again", e);
      database.changeRestaurant(
          turn.restaurantId(),
          transaction -> store.postpone(transaction, turn, clock.instant().plus(RETRY)));
    }
  }

  /// What the mind is asked.
  ///
  /// @param shown whether the customer may see that he is read
  private record Asked(Dialogue.Question question, boolean shown) {}

  private void readAndCommit(TurnStore.Leased leased) {
    Asked asked =
        database.inRestaurant(leased.restaurantId(), transaction -> ask(transaction, leased));
    if (asked.shown()) {
      presence.typing(leased.restaurantId(), leased.conversationId());
    }
    Reading reading = mind.read(asked.question().turn());
    database.changeRestaurant(
        leased.restaurantId(),
        transaction -> commit(transaction, leased, asked.question(), reading));
  }

  private Asked ask(Transaction transaction, TurnStore.Leased leased) {
    UUID restaurantId = leased.restaurantId();
    UUID conversationId = leased.conversationId();
    Dialogue.Question question =
        dialogue.question(transaction, restaurantId, conversationId, leased.lastSequence());
    boolean shown =
        !question.turn().said().isEmpty()
            && discretion.mayShowItself(
                transaction,
                restaurantId,
                conversations.summary(transaction, restaurantId, conversationId));
    return new Asked(question, shown);
  }

  private void commit(
      Transaction transaction,
      TurnStore.Leased leased,
      Dialogue.Question question,
      Reading reading) {
    ConversationSummary conversation =
        conversations.lock(transaction, leased.restaurantId(), leased.conversationId());
    Optional<TurnStore.Extent> extent = store.extent(transaction, leased);
    if (extent.isEmpty()) {
      return;
    }
    if (!conversation.leftToAssistant()) {
      store.drop(transaction, leased.restaurantId(), leased.conversationId());
      return;
    }
    boolean nothing = question.turn().said().isEmpty();
    boolean saidMore = extent.get().lastSequence() > question.through();
    boolean mayWait = clock.instant().isBefore(extent.get().openedAt().plus(mostBurst));
    if (saidMore && (mayWait || nothing)) {
      store.release(transaction, leased);
      return;
    }
    if (nothing) {
      store.drop(transaction, leased.restaurantId(), leased.conversationId());
      return;
    }
    store.answered(transaction, leased, question.through(), reading, clock.instant());
    if (discretion.lets(transaction, leased.restaurantId(), conversation, question, reading)) {
      say(transaction, leased, question, reading);
    }
    if (saidMore) {
      turnTaking.customerWrote(
          transaction,
          leased.restaurantId(),
          leased.conversationId(),
          extent.get().lastSequence(),
          clock.instant());
    }
  }

  private void say(
      Transaction transaction,
      TurnStore.Leased leased,
      Dialogue.Question question,
      Reading reading) {
    UUID restaurantId = leased.restaurantId();
    Desk.Served served = dialogue.serve(transaction, restaurantId, question, reading);
    dialogue.say(transaction, restaurantId, leased.conversationId(), served.answers());
    dialogue.remember(transaction, restaurantId, question, served);
    EscalationReason reason = served.handOver();
    if (reason != null) {
      conversations.escalate(transaction, restaurantId, leased.conversationId(), reason);
    }
  }

  /// The assistant failed again and again: a person must look, and nothing is lost.
  private void giveToPeople(TurnStore.Leased turn) {
    LOG.log(Level.ERROR, "turn {0} is given to people", turn.turnId());
    database.changeRestaurant(
        turn.restaurantId(),
        transaction -> {
          conversations.lock(transaction, turn.restaurantId(), turn.conversationId());
          if (store.extent(transaction, turn).isPresent()) {
            conversations.escalate(
                transaction,
                turn.restaurantId(),
                turn.conversationId(),
                EscalationReason.ASSISTANT_FAILED);
          }
        });
  }
}
