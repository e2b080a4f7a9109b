package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.common.assistant.DecideSuggestionRequest.Decision;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.ServiceWindow;
import com.crmres.server.assistant.Desk;
import com.crmres.server.assistant.Dialogue;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Speaker;
import com.crmres.server.conversation.TurnTaking;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.Carts;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Carries out what becomes of a suggestion: what a person decides, or that its time has come.
///
/// What was read is served once more, for good; it is kept only if that says and changes what the
/// person saw. Else the turn is read anew.
///
/// Every method works in the caller's transaction and takes the conversation's lock.
public final class Decisions {

  /// An answer that is another one each time it is served needs a person to look at it.
  private static final int MOST_OVERTAKEN = 3;

  private final Suggestions suggestions;
  private final Foresight foresight;
  private final Dialogue dialogue;
  private final Conversations conversations;
  private final TurnTaking turnTaking;
  private final Carts carts;
  private final Corrections corrections;
  private final Clock clock;
  private final SuggestionStore store = new SuggestionStore();

  /// Makes the carrying out.
  public Decisions(
      Suggestions suggestions,
      Foresight foresight,
      Dialogue dialogue,
      Conversations conversations,
      TurnTaking turnTaking,
      Carts carts,
      Corrections corrections,
      Clock clock) {
    this.suggestions = suggestions;
    this.foresight = foresight;
    this.dialogue = dialogue;
    this.conversations = conversations;
    this.turnTaking = turnTaking;
    this.carts = carts;
    this.corrections = corrections;
    this.clock = clock;
  }

  /// The suggestion, whatever became of it.
  Optional<Kept> find(Transaction transaction, UUID restaurantId, UUID id) {
    return store.find(transaction, restaurantId, id);
  }

  /// A person decides. The same command twice is one decision.
  Outcome decide(
      Transaction transaction,
      UUID restaurantId,
      Kept seen,
      Speaker person,
      DecideSuggestionRequest request) {
    ConversationSummary conversation =
        conversations.lock(transaction, restaurantId, seen.conversationId());
    Optional<Kept> before = store.ofCommand(transaction, restaurantId, request.commandId());
    if (before.isPresent()) {
      return before.get().id().equals(seen.id())
              && before.get().isDecided(request.decision(), request.text())
          ? new Outcome.Done(before.get())
          : new Outcome.CommandReused();
    }
    if (conversations.ofCommand(transaction, restaurantId, request.commandId()).isPresent()) {
      return new Outcome.CommandReused();
    }
    Kept kept = store.find(transaction, restaurantId, seen.id()).orElseThrow();
    return switch (kept.state()) {
      case OVERTAKEN -> new Outcome.Overtaken();
      case APPROVED, EDITED, REFUSED, WENT_OUT -> new Outcome.DecidedAlready();
      case WAITING -> decideNow(transaction, restaurantId, conversation, kept, person, request);
    };
  }

  /// Its time has come, and nobody has stopped it.
  void goOut(Transaction transaction, UUID restaurantId, UUID id) {
    Optional<Kept> found = store.find(transaction, restaurantId, id);
    if (found.isEmpty()) {
      return;
    }
    conversations.lock(transaction, restaurantId, found.get().conversationId());
    Kept kept = store.find(transaction, restaurantId, id).orElseThrow();
    if (kept.state() != SuggestionState.WAITING) {
      return;
    }
    Dialogue.Question question = question(transaction, restaurantId, kept);
    Optional<Desk.Served> served = serve(transaction, restaurantId, kept, question);
    if (served.isEmpty()) {
      readAnew(transaction, restaurantId, kept);
      return;
    }
    close(transaction, restaurantId, kept, SuggestionState.WENT_OUT, null, null);
    dialogue.say(transaction, restaurantId, kept.conversationId(), served.get().answers());
    dialogue.remember(transaction, restaurantId, question, served.get());
  }

  private Outcome decideNow(
      Transaction transaction,
      UUID restaurantId,
      ConversationSummary conversation,
      Kept kept,
      Speaker person,
      DecideSuggestionRequest request) {
    if (request.decision() == Decision.REFUSE) {
      return refuse(transaction, restaurantId, kept, person, request);
    }
    if (conversation.channel().window(clock.instant()) == ServiceWindow.CLOSED) {
      return new Outcome.WindowClosed();
    }
    Dialogue.Question question = question(transaction, restaurantId, kept);
    Optional<Desk.Served> served = serve(transaction, restaurantId, kept, question);
    if (served.isEmpty()) {
      readAnew(transaction, restaurantId, kept);
      return new Outcome.Overtaken();
    }
    return request.decision() == Decision.EDIT
        ? edit(transaction, restaurantId, kept, question, served.get(), person, request)
        : approve(transaction, restaurantId, kept, question, served.get(), person, request);
  }

  private Outcome approve(
      Transaction transaction,
      UUID restaurantId,
      Kept kept,
      Dialogue.Question question,
      Desk.Served served,
      Speaker person,
      DecideSuggestionRequest request) {
    Kept closed = close(transaction, restaurantId, kept, SuggestionState.APPROVED, person, request);
    dialogue.say(transaction, restaurantId, kept.conversationId(), served.answers());
    dialogue.remember(transaction, restaurantId, question, served);
    return new Outcome.Done(closed);
  }

  /// The person's words go out under his name, in the assistant's turn: what he wrote nobody shall
  /// take for the assistant's, and the assistant goes on from there.
  private Outcome edit(
      Transaction transaction,
      UUID restaurantId,
      Kept kept,
      Dialogue.Question question,
      Desk.Served served,
      Speaker person,
      DecideSuggestionRequest request) {
    String words = String.valueOf(request.text()).strip();
    Kept closed = close(transaction, restaurantId, kept, SuggestionState.EDITED, person, request);
    corrections.add(transaction, restaurantId, closed, question, person, request);
    conversations.sayInstead(
        transaction,
        restaurantId,
        kept.conversationId(),
        person,
        new MessageContent.Text(words),
        request.commandId());
    dialogue.remember(
        transaction,
        restaurantId,
        question,
        withoutReadBack(transaction, restaurantId, question, served, words));
    return new Outcome.Done(closed);
  }

  /// A customer can confirm only a total that he was told.
  private Desk.Served withoutReadBack(
      Transaction transaction,
      UUID restaurantId,
      Dialogue.Question question,
      Desk.Served served,
      String words) {
    if (!(served.pending() instanceof PendingQuestion.ConfirmCart)) {
      return served;
    }
    Cart cart = carts.current(transaction, restaurantId, question.turn().conversationId());
    if (Figures.stands(carts.price(transaction, restaurantId, cart).total(), words)) {
      return served;
    }
    carts.forgetReadBack(transaction, restaurantId, cart.id());
    return new Desk.Served(served.answers(), null, served.misses(), served.handOver());
  }

  /// Nothing is sent; whoever refused it has the conversation, and it waits for him.
  private Outcome refuse(
      Transaction transaction,
      UUID restaurantId,
      Kept kept,
      Speaker person,
      DecideSuggestionRequest request) {
    Dialogue.Question question = question(transaction, restaurantId, kept);
    Kept closed = close(transaction, restaurantId, kept, SuggestionState.REFUSED, person, request);
    corrections.add(transaction, restaurantId, closed, question, person, request);
    conversations.takeOver(transaction, restaurantId, kept.conversationId(), person);
    return new Outcome.Done(closed);
  }

  private Kept close(
      Transaction transaction,
      UUID restaurantId,
      Kept kept,
      SuggestionState state,
      @Nullable Speaker person,
      @Nullable DecideSuggestionRequest request) {
    UUID branchId =
        conversations.summary(transaction, restaurantId, kept.conversationId()).branchId();
    return suggestions.close(transaction, restaurantId, branchId, kept, state, person, request);
  }

  private Dialogue.Question question(Transaction transaction, UUID restaurantId, Kept kept) {
    return dialogue.question(transaction, restaurantId, kept.conversationId(), kept.through());
  }

  private Optional<Desk.Served> serve(
      Transaction transaction, UUID restaurantId, Kept kept, Dialogue.Question question) {
    return ReadingText.read(kept.reading())
        .filter(_ -> question.through() == kept.through())
        .map(reading ->
            transaction.attempt(
                () -> foresight.serve(transaction, restaurantId, question, reading), kept::showed))
        .filter(kept::showed)
        .map(Foresight.Foreseen::served);
  }

  private void readAnew(Transaction transaction, UUID restaurantId, Kept kept) {
    suggestions.overtaken(transaction, restaurantId, kept);
    UUID conversationId = kept.conversationId();
    if (store.overtaken(transaction, restaurantId, conversationId, kept.through())
        >= MOST_OVERTAKEN) {
      conversations.escalate(
          transaction, restaurantId, conversationId, EscalationReason.ASSISTANT_FAILED);
    } else {
      turnTaking.customerWrote(
          transaction, restaurantId, conversationId, kept.through(), clock.instant());
    }
  }
}
