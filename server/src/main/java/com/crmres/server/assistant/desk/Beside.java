package com.crmres.server.assistant.desk;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.TimeAsked;
import com.crmres.server.assistant.Turn;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.restaurant.place.PlaceWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Adds what stands in a turn beside its words and what a mind may leave out: the pin in a link,
/// the time. Code reads both, whichever mind read the rest.
final class Beside {

  private Beside() {}

  static List<Proposal> completed(List<Proposal> proposals, Turn turn, Cart cart) {
    List<Proposal> all = new ArrayList<>(proposals);
    if (!has(proposals, CartCommand.DeliverTo.class)) {
      texts(turn).stream()
          .flatMap(text -> pin(text).stream())
          .findFirst()
          .ifPresent(place -> all.add(change(new CartCommand.DeliverTo(place))));
    }
    if (!has(proposals, CartCommand.ChooseTime.class) && isOrdering(proposals, cart)) {
      texts(turn).stream()
          .flatMap(text -> time(text, turn).stream())
          .findFirst()
          .ifPresent(words -> all.add(change(new CartCommand.ChooseTime(words))));
    }
    return all;
  }

  private static Optional<Cart.Destination> pin(String text) {
    return PlaceWords.in(text)
        .filter(found -> found.spot() != null)
        .map(found -> Cart.Destination.of(found, text));
  }

  private static Optional<String> time(String text, Turn turn) {
    return TimeAsked.in(text, turn).map(found -> text.substring(found.from(), found.to()).strip());
  }

  /// A time without anything in the cart is a question, or a table for four.
  private static boolean isOrdering(List<Proposal> proposals, Cart cart) {
    return !cart.isEmpty()
        || has(proposals, CartCommand.Add.class)
        || proposals.stream()
            .anyMatch(proposal ->
                proposal instanceof Proposal.FillCart
                    || proposal instanceof Proposal.Repeat
                    || proposal instanceof Proposal.ChangeOrder);
  }

  private static boolean has(List<Proposal> proposals, Class<? extends CartCommand> kind) {
    return proposals.stream()
        .anyMatch(proposal ->
            proposal instanceof Proposal.ChangeCart(CartCommand command)
                && kind.isInstance(command));
  }

  private static List<String> texts(Turn turn) {
    return turn.said().stream()
        .flatMap(said ->
            said.content() instanceof MessageContent.Text(String text)
                ? Stream.of(text)
                : Stream.<String>empty())
        .toList();
  }

  private static Proposal change(CartCommand command) {
    return new Proposal.ChangeCart(command);
  }
}
