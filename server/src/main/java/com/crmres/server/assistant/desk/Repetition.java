package com.crmres.server.assistant.desk;

import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartCommand;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Puts an order of the past into the cart, as far as it is still sold.
final class Repetition {

  private final Phrasebook phrases;
  private final Answer answer;
  private final Consumer<CartCommand> change;

  Repetition(Phrasebook phrases, Answer answer, Consumer<CartCommand> change) {
    this.phrases = phrases;
    this.answer = answer;
    this.change = change;
  }

  void of(Past past, Proposal.Which which) {
    Optional<Past.PastOrder> order =
        switch (which) {
          case LAST -> past.orders().stream().findFirst();
          // Who has no habit yet means what he had last.
          case USUAL ->
              Optional.ofNullable(past.usual()).or(() -> past.orders().stream().findFirst());
        };
    order.ifPresentOrElse(
        again -> again.lines().forEach(this::add),
        () -> answer.ask(phrases.questions().start(phrases.voice().say("repeat.none"))));
  }

  private void add(Past.PastOrder.Line line) {
    phrases.menu().items(List.of(line.itemId())).stream()
        .findFirst()
        .ifPresentOrElse(
            item -> add(item, line), () -> answer.say(phrases.voice().say("repeat.gone")));
  }

  /// What is sold out is said by the rules; options that are gone are simply left out.
  private void add(MenuItem item, Past.PastOrder.Line line) {
    List<UUID> options =
        line.optionIds().stream().filter(id -> item.option(id).isPresent()).toList();
    change.accept(new CartCommand.Add(item.id(), line.quantity(), options));
  }
}
