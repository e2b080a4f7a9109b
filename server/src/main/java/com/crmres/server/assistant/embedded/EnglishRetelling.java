package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.ordering.cart.CartLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds that portions which were told tell apart a line of the cart, and order nothing: "one thin
/// and the other stuffed", of the two pizzas in the cart.
final class EnglishRetelling {

  private static final Set<String> ORDINALS = Set.of("second", "third", "fourth", "rest");

  private final EnglishBook book;
  private final Set<Draft> known = new HashSet<>();
  private final Set<Draft> wanted = new HashSet<>();

  /// Whether it is said that some of it stays as it is.
  private final boolean leavesRest;

  EnglishRetelling(EnglishBook book, EnglishSentence text) {
    this.book = book;
    this.leavesRest =
        text.pieces().stream()
            .anyMatch(piece ->
                piece.is(Part.STAY) || piece.is(Part.OTHER) || ORDINALS.contains(piece.said()));
  }

  /// Notes whether what was named now is wanted in so many words.
  void notice(boolean asked) {
    for (Draft draft : book.drafts) {
      if (known.add(draft) && asked) {
        wanted.add(draft);
      }
    }
  }

  /// Puts the portions in the place of the lines that they tell apart.
  void settle() {
    for (CartLine line : book.turn.cart().lines()) {
      List<Draft> portions = book.drafts.stream().filter(draft -> isOf(line, draft)).toList();
      int sum = portions.stream().mapToInt(Draft::ordered).sum();
      boolean all = portions.size() > 1 && sum == line.quantity();
      boolean some = !portions.isEmpty() && sum < line.quantity() && leavesRest;
      if ((all || some) && isWhole(line)) {
        tellApart(line, portions, line.quantity() - sum);
      }
    }
    retellAll();
  }

  /// "Large fattoush, small hummus", where there are no other lines: they are told anew.
  private void retellAll() {
    List<CartLine> lines = book.turn.cart().lines();
    if (lines.size() < 2 || book.drafts.size() != lines.size()) {
      return;
    }
    for (CartLine line : lines) {
      List<Draft> told = book.drafts.stream().filter(draft -> isOf(line, draft)).toList();
      boolean same = told.size() == 1 && told.getFirst().ordered() == line.quantity();
      if (!same || told.getFirst().take.isEmpty() || !isWhole(line)) {
        return;
      }
    }
    for (CartLine line : lines) {
      tellApart(line, book.drafts.stream().filter(draft -> isOf(line, draft)).toList(), 0);
    }
  }

  private boolean isOf(CartLine line, Draft draft) {
    return draft.wish == Draft.Wish.ADD
        && !wanted.contains(draft)
        && draft.items.stream().anyMatch(item -> item.id().equals(line.itemId()));
  }

  /// Whether nothing else becomes of a line, and there is no other of its dish.
  private boolean isWhole(CartLine line) {
    boolean told =
        book.drafts.stream().anyMatch(draft -> line.equals(draft.line) && draft.changesSomething());
    long alike =
        book.turn.cart().lines().stream()
            .filter(other -> other.itemId().equals(line.itemId()))
            .count();
    return !told && alike == 1;
  }

  private void tellApart(CartLine line, List<Draft> portions, int rest) {
    Draft ordered = book.about(line);
    if (ordered == null) {
      return;
    }
    for (Draft draft : portions) {
      draft.items = ordered.items;
      draft.quantity = draft.ordered();
      draft.replace(ordered);
    }
    if (rest > 0) {
      ordered.quantity = rest;
    } else {
      book.remove(ordered);
    }
  }
}
