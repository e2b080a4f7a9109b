package com.crmres.server.assistant.desk;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.Past.PastOrder;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Repeated;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts an order of the past into the cart, as far as it is still sold, and says whatever is
/// otherwise than it was: dishes and choices that are gone, and prices.
final class Repetition {

  private final Counter counter;
  private final Phrasebook phrases;
  private final Voice voice;
  private final Answer answer;
  private final Change change;
  private final List<LocalizedText> gone = new ArrayList<>();
  private final List<String> choices = new ArrayList<>();
  private final List<String> prices = new ArrayList<>();
  private boolean unnamed;

  Repetition(Counter counter, Phrasebook phrases, Answer answer, Change change) {
    this.counter = counter;
    this.phrases = phrases;
    this.voice = phrases.voice();
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
            order -> {
              sayWhich(again, past);
              again.lines(order).forEach(line -> add(again, order, line));
              sayWhatDiffers();
            },
            () -> answer.ask(phrases.questions().start(voice.say("repeat.none"))));
  }

  private void sayWhich(Repeated again, Past past) {
    if (again.lacksHabit(past)) {
      answer.say(voice.say("repeat.last"));
    } else if (again.isHabit(past)) {
      answer.say(voice.say("repeat.usual"));
    }
  }

  private void add(Repeated again, PastOrder order, PastOrder.Line line) {
    phrases.menu().items(List.of(line.itemId())).stream()
        .findFirst()
        .ifPresentOrElse(item -> add(again, order, line, item), () -> miss(line));
  }

  private void miss(PastOrder.Line line) {
    PastOrder.@Nullable Sold sold = line.sold();
    if (sold == null) {
      unnamed = true;
    } else {
      gone.add(sold.name());
    }
  }

  /// What is sold out is said by the rules.
  private void add(Repeated again, PastOrder order, PastOrder.Line line, MenuItem item) {
    Remains remains = new Remains(item, line);
    PastOrder.@Nullable Sold sold = line.sold();
    String note = sold == null ? null : sold.note();
    String person = sold == null ? null : sold.person();
    if (change.made(
        new CartCommand.Add(item.id(), line.quantity(), remains.kept(), note, person, null))) {
      noteChoices(item, remains);
      CartLine added = counter.cart().lines().getLast();
      if (sold != null) {
        notePrice(order, item, added, sold.each());
      }
      again.choices(item, added.id()).forEach(change::made);
    }
  }

  private void noteChoices(MenuItem item, Remains remains) {
    String dish = voice.in(item.name());
    if (!remains.soldOut().isEmpty()) {
      choices.add(voice.say("repeat.choice.sold_out", dish, names(remains.soldOut())));
    }
    if (remains.lacks()) {
      choices.add(
          remains.gone().isEmpty()
              ? voice.say("repeat.choice.some", dish)
              : voice.say("repeat.choice.gone", dish, names(remains.gone())));
    }
  }

  private void notePrice(PastOrder order, MenuItem item, CartLine added, Money before) {
    List<OrderSummary.Line> priced = counter.price(alone(order, added)).lines();
    if (priced.isEmpty()) {
      return;
    }
    OrderSummary.Line now = priced.getLast();
    Money each = new Money(now.total().halalas() / now.quantity());
    if (!each.equals(before)) {
      prices.add(
          voice.say("repeat.price", voice.in(item.name()), voice.money(each), voice.money(before)));
    }
  }

  /// The line by itself, where and how it was sold then unless the customer chose otherwise: a
  /// price that only delivery or another branch has did not change.
  private Cart alone(PastOrder order, CartLine line) {
    Cart cart = counter.cart();
    UUID then = order.branchId();
    boolean stands = counter.branches().stream().anyMatch(branch -> branch.id().equals(then));
    return new Cart(
        cart.id(),
        cart.version(),
        cart.branchId() == null && stands ? then : cart.branchId(),
        cart.fulfilment() == null ? order.way() : cart.fulfilment(),
        cart.destination(),
        cart.contactPhone(),
        null,
        List.of(line),
        null);
  }

  private void sayWhatDiffers() {
    if (!gone.isEmpty()) {
      answer.say(voice.say("repeat.gone.named", names(gone)));
    }
    if (unnamed) {
      answer.say(voice.say("repeat.gone"));
    }
    if (!choices.isEmpty()) {
      answer.say(String.join("\n", choices));
    }
    if (!prices.isEmpty()) {
      answer.say(voice.say("repeat.prices") + "\n" + String.join("\n", prices));
    }
    if (counter.cart().isEmpty()) {
      answer.ask(phrases.questions().start(voice.say("repeat.nothing")));
    }
  }

  private String names(List<LocalizedText> texts) {
    return texts.stream().map(voice::in).distinct().collect(Collectors.joining(voice.say("comma")));
  }
}
