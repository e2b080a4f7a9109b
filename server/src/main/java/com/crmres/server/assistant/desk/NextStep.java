package com.crmres.server.assistant.desk;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.restaurant.Branch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds what comes next for the cart, given what this turn did to it.
final class NextStep {

  private final Counter counter;
  private final Phrasebook phrases;
  private final Answer answer;
  private final @Nullable PendingQuestion pending;

  private boolean changed;
  private boolean changedLines;
  private boolean wantsReadBack;
  private boolean finished;

  NextStep(Counter counter, Phrasebook phrases, Answer answer, @Nullable PendingQuestion pending) {
    this.counter = counter;
    this.phrases = phrases;
    this.answer = answer;
    this.pending = pending;
  }

  /// The cart was changed by `command`.
  void afterChange(CartCommand command) {
    changed = true;
    changedLines |= isAboutLines(command);
  }

  private static boolean isAboutLines(CartCommand command) {
    return switch (command) {
      case CartCommand.Add _,
          CartCommand.ChangeQuantity _,
          CartCommand.ChangeOptions _,
          CartCommand.Remove _,
          CartCommand.Clear _,
          CartCommand.AddNote _,
          CartCommand.Correction _ ->
          true;
      case CartCommand.ChooseFulfilment _,
          CartCommand.ChooseBranch _,
          CartCommand.DeliverTo _,
          CartCommand.ChooseTime _,
          CartCommand.TakeTime _,
          CartCommand.ContactBy _ ->
          false;
    };
  }

  /// The customer has to see the cart before anything else.
  void readBack() {
    wantsReadBack = true;
  }

  /// Nothing is left to be done with the cart.
  void finish() {
    finished = true;
  }

  /// Whether what was asked before still waits for its answer.
  boolean leavesQuestionOpen() {
    boolean offered = pending instanceof PendingQuestion.WhichItem && !changed;
    return !finished && (offered || !counter.cart().isEmpty());
  }

  /// Goes on, if nothing else was asked.
  ///
  /// @param onlyChose whether the customer put in and chose, and took nothing out
  void goOn(boolean onlyChose) {
    Cart cart = counter.cart();
    if (finished) {
      return;
    }
    if (cart.isEmpty()) {
      goOnEmpty(onlyChose);
    } else if (answer.asks()) {
      if (changedLines) {
        answer.say(soFar(cart));
      }
    } else if (changed || wantsReadBack) {
      next(cart);
    } else if (pending != null) {
      resume();
    }
  }

  private void goOnEmpty(boolean onlyChose) {
    if (answer.asks() || !(changed || wantsReadBack)) {
      return;
    }
    sayIfClosed();
    String key = onlyChose ? "welcome" : "cart.empty";
    answer.ask(phrases.questions().start(phrases.voice().say(key)));
  }

  private void next(Cart cart) {
    Optional<CartResult.Question> question = counter.openQuestion(cart);
    Optional<Branch> closed = closed(cart);
    if (question.isPresent()) {
      if (changedLines) {
        answer.say(soFar(cart));
      }
      sayIfClosed();
      answer.ask(phrases.questions().of(question.get()));
    } else if (closed.isPresent()) {
      answer.say(soFar(cart));
      String why = phrases.facts().closed(closed.get());
      String later = why + "\n" + phrases.voice().say("closed.times");
      if (!offersTimes(later, closed.get().id(), counter.now())) {
        answer.say(why + "\n" + phrases.voice().say("closed.order"));
      }
      finished = true;
    } else {
      counter.markReadBack(cart);
      String branch = phrases.names().branch(cart.branchId());
      answer.ask(
          phrases
              .cart()
              .readBack(
                  cart,
                  counter.changed(cart).map(OrderSummary::number),
                  counter.price(cart),
                  branch,
                  counter.contactPhone(cart),
                  counter.readyAt(cart).map(phrases.facts().ready(cart)).orElse(null)));
    }
  }

  /// Asks which of the free times it shall be.
  ///
  /// @return false if there is none, or nothing to be had then
  boolean offersTimes(String text, UUID branchId, Instant from) {
    Cart cart = counter.cart();
    List<Instant> free = cart.isEmpty() ? List.of() : counter.freeTimes(cart, branchId, from);
    if (free.isEmpty()) {
      return false;
    }
    answer.ask(phrases.questions().times(text, cart, branchId, free));
    return true;
  }

  /// What is wanted for later does not mind that the branch is closed now.
  private Optional<Branch> closed(Cart cart) {
    return cart.wantedAt() == null ? phrases.facts().closedOne(cart.branchId()) : Optional.empty();
  }

  private String soFar(Cart cart) {
    return phrases.cart().soFar(counter.price(cart));
  }

  boolean canResume() {
    return pending != null && !counter.cart().isEmpty();
  }

  /// Comes back to what was being asked before the customer asked something else.
  void resume() {
    Cart cart = counter.cart();
    if (pending instanceof PendingQuestion.ConfirmCart asked
        && asked.cartId().equals(cart.id())
        && asked.version() == cart.version()) {
      answer.ask(phrases.cart().askAgain(cart));
    } else {
      counter
          .openQuestion(cart)
          .ifPresentOrElse(
              question -> answer.ask(phrases.questions().of(question)), () -> next(cart));
    }
  }

  void sayIfClosed() {
    closed(counter.cart()).ifPresent(branch -> answer.say(phrases.facts().closed(branch)));
  }
}
