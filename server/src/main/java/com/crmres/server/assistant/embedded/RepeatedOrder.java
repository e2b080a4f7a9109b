package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.Adjustment;
import com.crmres.server.assistant.Past.PastOrder;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Repeated;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Word;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// An order of the past that is wanted again, read as if it stood in the cart already: what is said
/// of it beside is what shall be otherwise this time.
final class RepeatedOrder {

  private final Proposal.Which which;
  private final Turn turn;
  private final List<CartLine> lines;

  private RepeatedOrder(Proposal.Which which, Turn turn, List<CartLine> lines) {
    this.which = which;
    this.turn = turn;
    this.lines = lines;
  }

  /// The order that is meant; empty where there is none, or where something else is in the cart.
  static Optional<RepeatedOrder> of(Proposal.Which which, Turn turn) {
    return turn.cart().isEmpty()
        ? new Repeated(new Proposal.Repeat(which))
            .order(turn.past())
            .map(order -> new RepeatedOrder(which, turn, lines(order)))
        : Optional.empty();
  }

  private static List<CartLine> lines(PastOrder order) {
    return IntStream.range(0, order.lines().size())
        .mapToObj(i -> line(order.lines().get(i), new UUID(0, i)))
        .toList();
  }

  private static CartLine line(PastOrder.Line line, UUID id) {
    return new CartLine(id, line.itemId(), line.quantity(), line.optionIds());
  }

  /// The turn in which it stands in the cart.
  Turn turn() {
    Cart cart = turn.cart();
    return new Turn(
        turn.conversationId(),
        turn.said(),
        turn.menu(),
        new Cart(
            cart.id(),
            cart.version(),
            cart.branchId(),
            cart.fulfilment(),
            cart.destination(),
            cart.contactPhone(),
            cart.note(),
            lines,
            cart.readBackVersion()),
        turn.pending(),
        turn.language(),
        turn.misses(),
        turn.branches(),
        turn.house(),
        turn.past());
  }

  /// The words beside those that ask for it.
  static List<Word> beside(List<Word> words, List<Tag> tags) {
    List<Word> beside = new ArrayList<>(words);
    tags.stream()
        .filter(tag -> tag.means("REORDER") || tag.means("REORDER_USUAL"))
        .flatMap(tag -> IntStream.range(tag.from(), tag.to()).boxed())
        .forEach(i -> beside.set(i, courtesy(words.get(i))));
    return beside;
  }

  private static Word courtesy(Word word) {
    return new Word("please", word.start(), word.end(), word.gap());
  }

  /// Whether something is said of it, and not of a dish that it does not have.
  boolean isOfIt(Draft draft) {
    return draft.line != null && lines.contains(draft.line);
  }

  /// The wish for it, with what is said of it.
  Proposal wish(List<Draft> drafts) {
    List<Adjustment> changes = new ArrayList<>();
    drafts.stream().filter(this::isOfIt).forEach(draft -> addChanges(draft, changes));
    return new Proposal.Repeat(which, changes);
  }

  private static void addChanges(Draft draft, List<Adjustment> changes) {
    UUID item = draft.items.getFirst().id();
    Integer quantity = draft.quantity;
    if (draft.wish == Draft.Wish.REMOVE || (quantity != null && quantity < 1)) {
      changes.add(new Adjustment.Without(item));
      return;
    }
    if (quantity != null) {
      changes.add(new Adjustment.Quantity(item, quantity));
    }
    if (!draft.take.isEmpty() || !draft.leave.isEmpty()) {
      changes.add(new Adjustment.Options(item, List.copyOf(draft.take), List.copyOf(draft.leave)));
    }
  }
}
