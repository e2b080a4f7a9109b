package com.crmres.server.assistant.embedded;

import com.crmres.server.ordering.cart.CartLine;
import org.jspecify.annotations.Nullable;

/// Makes a portion of its own of some of what stands in the cart.
final class EnglishShares {

  private final EnglishBook book;
  private final EnglishNotepad pad;

  EnglishShares(EnglishBook book, EnglishNotepad pad) {
    this.book = book;
    this.pad = pad;
  }

  /// "Make one of them spicy", of three in the cart.
  void ofCart(EnglishPhrase phrase, int number) {
    Draft focus = several(book.focus(), number);
    CartLine line = focus == null ? null : focus.line;
    if (focus == null || line == null) {
      return;
    }
    ofLine(focus, line, phrase, number);
  }

  /// The dish spoken of if there are more of it than so many, or the last one of the cart that is.
  @Nullable Draft several(@Nullable Draft focus, int number) {
    if (focus == null || focus.line == null || focus.line.quantity() > number) {
      return focus;
    }
    for (CartLine line : book.turn.cart().lines().reversed()) {
      if (line.quantity() > number) {
        return book.about(line);
      }
    }
    return null;
  }

  /// So many of a line of the cart, as a portion of their own.
  @Nullable Draft partOf(Draft ordered, int number) {
    CartLine line = ordered.line;
    if (line == null || line.quantity() <= number) {
      return null;
    }
    ofLine(ordered, line, new EnglishPhrase(number, ordered.from), number);
    return pad.current;
  }

  /// So many of what was counted anew, as a portion of their own.
  Draft ofCounted(Draft ordered, int number) {
    Draft portion = book.copy(ordered);
    portion.quantity = number;
    ordered.quantity = ordered.ordered() - number;
    return portion;
  }

  private void ofLine(Draft focus, CartLine line, EnglishPhrase phrase, int number) {
    focus.quantity = line.quantity() - number;
    Draft portion = new Draft(Draft.Wish.ADD, focus.items, true, null);
    portion.replace(focus);
    portion.from = phrase.from;
    portion.to = phrase.from + 1;
    portion.quantity = number;
    book.drafts.add(portion);
    pad.open = null;
    pad.current = portion;
    pad.wanted = true;
  }
}
