package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.cart.CartLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that was ordered and may be spoken of again: a line of the cart, or a dish wanted in
/// this turn.
///
/// @param draft what is wanted of it so far; null if nothing is
record EnglishOrdered(List<MenuItem> items, @Nullable CartLine line, @Nullable Draft draft) {

  int quantity() {
    if (draft != null) {
      return draft.ordered();
    }
    return line == null ? 1 : line.quantity();
  }

  /// Whether it comes with this, said so or by itself.
  boolean has(EnglishBook book, EnglishPiece piece) {
    EnglishOptions.Choice choice = book.choices.choice(items, piece.key());
    if (choice == null) {
      return EnglishWords.isServedSo(piece.key()) && isPlain();
    }
    return has(choice.option())
        || (choice.option().standard() && choice.group().options().stream().noneMatch(this::has));
  }

  /// Whether it comes without this.
  boolean lacks(EnglishBook book, EnglishPiece piece) {
    EnglishOptions.Choice removal = book.choices.removal(items, piece.key());
    EnglishOptions.Choice none = book.choices.choice(items, "no" + piece.key());
    return (removal != null && has(removal.option())) || (none != null && has(none.option()));
  }

  /// Whether it could have this.
  boolean canHave(EnglishBook book, EnglishPiece piece) {
    return book.choices.choice(items, piece.key()) != null;
  }

  private boolean isPlain() {
    return (line == null || line.optionIds().isEmpty()) && (draft == null || draft.take.isEmpty());
  }

  private boolean has(ModifierOption option) {
    if (draft != null && draft.leave.contains(option.id())) {
      return false;
    }
    return (draft != null && draft.take.contains(option.id()))
        || (line != null && line.optionIds().contains(option.id()));
  }
}
