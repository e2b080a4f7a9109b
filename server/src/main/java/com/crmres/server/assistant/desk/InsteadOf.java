package com.crmres.server.assistant.desk;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Tap;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartLine;
import java.util.List;
import java.util.UUID;

/// Offers something like it for what was in a cart and is sold out.
record InsteadOf(Voice voice) {

  /// Asks whether it shall be the other item.
  ///
  /// @param gone as it stood in the cart
  /// @param cart what is left of it
  Answer.Question ask(CartLine gone, MenuItem other, Cart cart) {
    return new Answer.Question(
        voice.say("substitute", voice.in(other.name()), voice.money(other.price())),
        List.of(
            new Answer.Choice(
                new Tap.Pick(other.id(), gone.quantity(), kept(other, gone)),
                voice.say("button.yes")),
            cart.isEmpty()
                ? new Answer.Choice(new Tap.Browse(0), voice.say("button.menu"))
                : new Answer.Choice(new Tap.Finish(), voice.say("button.without"))),
        null,
        new PendingQuestion.WhichItem(List.of(other.id()), gone.quantity(), gone.optionIds()));
  }

  /// Choices that the other item has as well.
  private static List<UUID> kept(MenuItem item, CartLine line) {
    return line.optionIds().stream().filter(id -> item.option(id).isPresent()).toList();
  }
}
