package com.crmres.server.assistant.embedded;

import com.crmres.server.ordering.cart.CartLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds that portions which were told tell apart a line of the cart, and order nothing: "one thin
/// and the other stuffed", of the two pizzas in the cart.
final class EnglishRetelling {

  private final EnglishBook book;
  private final Set<Draft> known = new HashSet<>();
  private final Set<Draft> wanted = new HashSet<>();

  EnglishRetelling(EnglishBook book) {
    this.book = book;
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
      if (portions.size() > 1 && sum == line.quantity() && isWhole(line)) {
        tellApart(line, portions);
      }
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

  private void tellApart(CartLine line, List<Draft> portions) {
    Draft ordered = book.about(line);
    if (ordered == null) {
      return;
    }
    for (Draft draft : portions) {
      draft.items = ordered.items;
      draft.quantity = draft.ordered();
      draft.replace(ordered);
    }
    book.remove(ordered);
  }
}
