package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds which of what was ordered some words mean: "the large chicken one", "both pizzas", "the
/// second", "half of the burgers".
final class EnglishReferring {

  private final EnglishBook book;
  private final EnglishSentence text;

  EnglishReferring(EnglishBook book, EnglishSentence text) {
    this.book = book;
    this.text = text;
  }

  /// What words mean of what was ordered.
  ///
  /// @param end the place behind the words
  /// @param all what they mean, one or, if several are, more
  /// @param count of how many it is told; 0 for all there are, negative for half of them
  /// @param bare whether only the name was said, as if it were wanted
  /// @param named whether more was said than what it has: its name, its place, or "one"
  record Found(int end, List<EnglishOrdered> all, int count, boolean bare, boolean named) {

    /// The first of them.
    EnglishOrdered one() {
      return all.getFirst();
    }
  }

  /// All that was ordered and not taken back.
  List<EnglishOrdered> ordered() {
    List<EnglishOrdered> all = new ArrayList<>();
    for (CartLine line : book.turn.cart().lines()) {
      MenuItem item = book.menu.item(line.itemId());
      Draft draft =
          book.drafts.stream().filter(one -> line.equals(one.line)).findFirst().orElse(null);
      if (item != null && (draft == null || draft.wish != Draft.Wish.REMOVE)) {
        all.add(new EnglishOrdered(List.of(item), line, draft));
      }
    }
    book.drafts.stream()
        .filter(draft -> draft.wish == Draft.Wish.ADD)
        .forEach(draft -> all.add(new EnglishOrdered(draft.items, null, draft)));
    return all;
  }

  /// What the words from `t` on mean of what was ordered; null if nothing of it.
  @Nullable Found at(int t) {
    EnglishReference words = new EnglishReference(book, text, ordered(), t);
    return words.read() ? words.found() : null;
  }
}
