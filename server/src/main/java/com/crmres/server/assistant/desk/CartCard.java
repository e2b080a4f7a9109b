package com.crmres.server.assistant.desk;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Tap;
import com.crmres.server.ordering.Cart;
import com.crmres.server.ordering.PricedCart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The cart in words: every line with its price, and the total.
final class CartCard {

  private final Voice voice;

  CartCard(Voice voice) {
    this.voice = voice;
  }

  /// What is in the cart so far.
  String soFar(PricedCart priced) {
    return voice.say("cart.title")
        + "\n"
        + lines(priced)
        + "\n"
        + voice.say("cart.total", voice.money(priced.total()));
  }

  /// The question whether the order is right.
  Answer.Question readBack(Cart cart, PricedCart priced, String branch) {
    List<String> parts = new ArrayList<>();
    parts.add(voice.say("readback.title"));
    parts.add(lines(priced));
    parts.add(voice.say("readback.total", voice.money(priced.total()), voice.money(priced.vat())));
    parts.add(way(cart, branch));
    if (cart.note() != null) {
      parts.add(voice.say("readback.note", cart.note()));
    }
    parts.add(voice.say("readback.question"));
    return confirm(cart, String.join("\n", parts));
  }

  /// Asks again what was read back already.
  Answer.Question askAgain(Cart cart) {
    return confirm(cart, voice.say("readback.again"));
  }

  private Answer.Question confirm(Cart cart, String text) {
    return new Answer.Question(
        text,
        List.of(
            new Answer.Choice(
                new Tap.Confirm(cart.id(), cart.version()), voice.say("button.confirm")),
            new Answer.Choice(new Tap.Edit(cart.id(), cart.version()), voice.say("button.edit")),
            new Answer.Choice(
                new Tap.GiveUp(cart.id(), cart.version()), voice.say("button.cancel"))),
        null,
        new PendingQuestion.ConfirmCart(cart.id(), cart.version()));
  }

  private String way(Cart cart, String branch) {
    if (cart.fulfilment() == Fulfilment.PICKUP) {
      return voice.say("readback.pickup", branch);
    }
    Cart.Destination to = cart.destination();
    String place = to == null || to.text() == null ? voice.say("readback.pin") : to.text();
    return voice.say("readback.delivery", place, branch);
  }

  private String lines(PricedCart priced) {
    return priced.lines().stream().map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(OrderSummary.Line line) {
    List<String> details = new ArrayList<>();
    if (line.size() != null) {
      details.add(voice.in(line.size()));
    }
    for (LocalizedText modifier : line.modifiers()) {
      details.add(voice.in(modifier));
    }
    if (line.note() != null) {
      details.add(line.note());
    }
    String about = details.isEmpty() ? "" : " (" + String.join(voice.say("comma"), details) + ")";
    return voice.say(
        "cart.line", line.quantity(), voice.in(line.name()) + about, voice.money(line.total()));
  }
}
