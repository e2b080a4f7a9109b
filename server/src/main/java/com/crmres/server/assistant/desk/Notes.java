package com.crmres.server.assistant.desk;

import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import org.jspecify.annotations.Nullable;

/// Keeps out of notes what is no wish about food: "free of charge" must reach no ticket.
final class Notes {

  private Notes() {}

  /// Whether it is a note and nothing else, and none for the kitchen.
  static boolean isNoWish(CartCommand command) {
    return command instanceof CartCommand.AddNote(String note) && Echo.speaksOfMoney(note);
  }

  /// The command without what is not for the kitchen.
  static CartCommand checked(CartCommand command) {
    return switch (command) {
      case CartCommand.Add add ->
          new CartCommand.Add(
              add.itemId(),
              add.quantity(),
              add.optionIds(),
              wish(add.note()),
              wish(add.person()),
              add.evidence());
      case CartCommand.AddNote(String note) -> new CartCommand.AddNote(Echo.seen(note));
      case CartCommand.DeliverTo(Cart.Destination said) -> {
        Cart.Destination to = said.read();
        yield new CartCommand.DeliverTo(
            new Cart.Destination(to.latitude(), to.longitude(), seen(to.text())));
      }
      case CartCommand.ChangeQuantity _,
          CartCommand.ChangeOptions _,
          CartCommand.Remove _,
          CartCommand.Clear _,
          CartCommand.ChooseFulfilment _,
          CartCommand.ChooseBranch _,
          CartCommand.ChooseTime _,
          CartCommand.TakeTime _,
          CartCommand.ContactBy _,
          CartCommand.Correction _ ->
          command;
    };
  }

  private static @Nullable String wish(@Nullable String note) {
    return note == null || Echo.speaksOfMoney(note) ? null : seen(note);
  }

  private static @Nullable String seen(@Nullable String text) {
    return text == null ? null : Echo.seen(text);
  }
}
