package com.crmres.server.assistant.desk;

import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.Past.PastOrder;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Repeated;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.List;
import java.util.UUID;

/// Puts an order of the past into the cart, as far as it is still sold.
final class Repetition {

  private final Counter counter;
  private final Phrasebook phrases;
  private final Answer answer;
  private final Change change;

  Repetition(Counter counter, Phrasebook phrases, Answer answer, Change change) {
    this.counter = counter;
    this.phrases = phrases;
    this.answer = answer;
    this.change = change;
  }

  /// Changes the cart, or says why not.
  @FunctionalInterface
  interface Change {

    /// Whether the rules allowed it.
    boolean made(CartCommand command);
  }

  void of(Past past, Proposal.Repeat wish) {
    Repeated again = new Repeated(wish);
    again
        .order(past)
        .ifPresentOrElse(
            order -> again.lines(order).forEach(line -> add(again, line)),
            () -> answer.ask(phrases.questions().start(phrases.voice().say("repeat.none"))));
  }

  private void add(Repeated again, PastOrder.Line line) {
    phrases.menu().items(List.of(line.itemId())).stream()
        .findFirst()
        .ifPresentOrElse(
            item -> add(again, item, line), () -> answer.say(phrases.voice().say("repeat.gone")));
  }

  /// What is sold out is said by the rules; options that are gone are simply left out.
  private void add(Repeated again, MenuItem item, PastOrder.Line line) {
    List<UUID> options =
        line.optionIds().stream().filter(id -> item.option(id).isPresent()).toList();
    if (change.made(new CartCommand.Add(item.id(), line.quantity(), options))) {
      UUID added = counter.cart().lines().getLast().id();
      again.choices(item, added).forEach(change::made);
    }
  }
}
