package com.crmres.server.assistant.desk;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Tap;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartResult.Reason;
import com.crmres.server.ordering.cart.PricedCart;
import com.crmres.server.ordering.cart.VersionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The cart in words.
final class CartCard {

  private static final int SAUDI_DIGITS = 12;

  private final Names names;
  private final Voice voice;

  CartCard(Names names, Voice voice) {
    this.names = names;
    this.voice = voice;
  }

  /// What is in the cart so far.
  String soFar(PricedCart priced) {
    return voice.say("cart.title")
        + "\n"
        + lines(priced)
        + "\n"
        + (priced.deliveryFee().equals(Money.ZERO)
            ? ""
            : voice.say("cart.delivery", voice.money(priced.deliveryFee())) + "\n")
        + voice.say("cart.total", voice.money(priced.total()));
  }

  /// Why a change was not made.
  String refused(Reason reason) {
    return switch (reason) {
      case Reason.SoldOut(UUID itemId) -> voice.say("sold_out", names.item(itemId));
      case Reason.Unknown _ -> voice.say("refused.unknown");
      case Reason.OutOfRange _ -> voice.say("refused.range");
      case Reason.TooMany(UUID itemId, UUID groupId, int max) ->
          voice.say("refused.many", names.item(itemId), names.group(itemId, groupId), max);
      case Reason.NoDelivery(UUID branchId) ->
          voice.say("refused.no_delivery", names.branch(branchId));
      case Reason.ClosedThen(UUID branchId, Instant _) ->
          voice.say("refused.closed_then", names.branch(branchId));
      case Reason.Full _ -> voice.say("refused.full");
    };
  }

  /// Asks what is still missing, when the customer does not confirm.
  Answer.Question anythingElse(Cart cart) {
    return new Answer.Question(
        voice.say("anything_else"),
        List.of(
            new Answer.Choice(new Tap.Browse(0), voice.say("button.add")),
            new Answer.Choice(new Tap.Finish(), voice.say("button.finish")),
            new Answer.Choice(
                new Tap.GiveUp(cart.id(), cart.version()), voice.say("button.cancel"))),
        null,
        new PendingQuestion.AnythingElse());
  }

  /// The question whether the order is right.
  ///
  /// @param changed the number of the order that the cart changes
  Answer.Question readBack(
      Cart cart,
      Optional<String> changed,
      PricedCart priced,
      String branch,
      Optional<String> contactPhone,
      @Nullable String ready) {
    List<String> parts = new ArrayList<>();
    String code = isolated(VersionCode.of(cart.id(), cart.version()));
    parts.add(
        changed
            .map(number -> voice.say("alter.title", code, number))
            .orElseGet(() -> voice.say("readback.title", code)));
    parts.add(lines(priced));
    if (!priced.deliveryFee().equals(Money.ZERO)) {
      parts.add(voice.say("cart.delivery", voice.money(priced.deliveryFee())));
    }
    parts.add(voice.say("readback.total", voice.money(priced.total()), voice.money(priced.vat())));
    parts.add(way(cart, branch));
    if (ready != null) {
      parts.add(ready);
    }
    if (cart.fulfilment() == Fulfilment.DELIVERY) {
      contactPhone.ifPresent(phone -> parts.add(voice.say("readback.phone", dialled(phone))));
    }
    if (cart.note() != null) {
      parts.add(voice.say("readback.note", cart.note()));
    }
    parts.add(voice.say(changed.isPresent() ? "alter.question" : "readback.question"));
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

  /// A code keeps its order within Arabic words.
  private static String isolated(String code) {
    return "\u200e" + code;
  }

  /// A number as people here dial it: a Saudi mobile number without its country code. The mark
  /// keeps the plus of any other in front of it within Arabic words.
  private static String dialled(String digits) {
    return digits.startsWith("9665") && digits.length() == SAUDI_DIGITS
        ? "0" + digits.substring(3)
        : "\u200e+" + digits;
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
