package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import java.util.List;

/// Finds ahead where the dish is named to which sizes and toppings belong.
final class EnglishHeads {

  private final EnglishBook book;
  private final List<EnglishPiece> pieces;

  EnglishHeads(EnglishBook book, List<EnglishPiece> pieces) {
    this.book = book;
    this.pieces = pieces;
  }

  /// Where the dish is named to which the words from `t` on belong; negative if none is.
  int head(int t) {
    boolean listed = false;
    int unknown = 0;
    for (int i = t; i < pieces.size(); i++) {
      EnglishPiece piece = pieces.get(i);
      if (i > t && piece.gap() == Word.Gap.LINE) {
        return -1;
      }
      if (i > t && piece.gap() == Word.Gap.COMMA) {
        if (!pieces.get(i - 1).isOption() || isNewSize(t, i)) {
          return -1;
        }
        listed = true;
      }
      boolean topping =
          i > 0
              && piece.isOption()
              && piece.items().isEmpty()
              && (pieces.get(i - 1).is(Part.EXTRA) || pieces.get(i - 1).is(Part.LIGHT));
      if (piece.isItem() && !topping) {
        if (isAside(i)) {
          return -1;
        }
        return itemHead(t, i, listed);
      }
      if (piece.isUnknown() && ++unknown > 2) {
        return -1;
      }
      if (piece.part() != null && !isBeforeDish(piece, i == t)) {
        boolean list =
            piece.is(Part.AND)
                && i > t
                && pieces.get(i - 1).isOption()
                && i + 1 < pieces.size()
                && pieces.get(i + 1).isOption();
        if (!list) {
          return -1;
        }
        listed = true;
      }
    }
    return -1;
  }

  /// "Olives and jalapenos, large hawaiian": a size behind toppings begins another dish.
  private boolean isNewSize(int t, int i) {
    return pieces.get(i).isOption()
        && book.menu.isSize(pieces.get(i).key())
        && !book.menu.isSize(pieces.get(t).key())
        && pieces.subList(t, i).stream().anyMatch(piece -> piece.is(Part.AND));
  }

  /// "Sauce on the side" is no dish, "and fries on the side" is one.
  private boolean isAside(int i) {
    return i + 1 < pieces.size()
        && pieces.get(i + 1).is(Part.SIDE)
        && !isDishAside(i)
        && !(i > 0 && pieces.get(i - 1).is(Part.NUMBER));
  }

  /// Whether what stands before "on the side" is a dish beside another.
  boolean isDishAside(int i) {
    return i > 0 && pieces.get(i - 1).is(Part.AND) && !pieces.get(i).items().isEmpty();
  }

  private int itemHead(int t, int i, boolean listed) {
    EnglishPiece piece = pieces.get(i);
    if (piece.isOption() && i + 1 < pieces.size() && pieces.get(i + 1).gap() != Word.Gap.LINE) {
      EnglishPiece next = pieces.get(i + 1);
      boolean goesOn = next.part() == null || next.is(Part.AND) || next.is(Part.EXTRA);
      int later = goesOn && !next.isUnknown() ? head(next.is(Part.AND) ? i + 2 : i + 1) : -1;
      boolean run =
          later >= 0 && (next.part() == null || pieces.get(i + 1).gap() == Word.Gap.SPACE);
      if (run
          && fitsItem(pieces.get(later), piece)
          && ((next.part() == null && next.gap() == Word.Gap.SPACE)
              || (pieces.get(later).gap() == Word.Gap.SPACE && isPremodList(i, later)))) {
        return later;
      }
    }
    if (listed) {
      for (int k = t; k < i; k++) {
        if (pieces.get(k).isOption() && !fitsItem(piece, pieces.get(k))) {
          return -1;
        }
      }
    }
    return i;
  }

  /// "Pepperoni and mushroom pizza": the words before the dish all touch it.
  private boolean isPremodList(int from, int head) {
    for (int i = from; i < head; i++) {
      EnglishPiece piece = pieces.get(i);
      if (i > from && piece.gap() == Word.Gap.COMMA && book.menu.isSize(piece.key())) {
        return false;
      }
      if (!piece.isOption() && !piece.is(Part.AND)) {
        return false;
      }
    }
    return head > from + 1 && pieces.get(head - 1).isOption();
  }

  boolean fitsItem(EnglishPiece item, EnglishPiece option) {
    return book.choice(item.meant(), option.key()) != null;
  }

  private static boolean isBeforeDish(EnglishPiece piece, boolean first) {
    return switch (piece.part()) {
      case THE, UNIT, OF, EXTRA, X -> true;
      case SKIP -> true;
      case NUMBER -> first || piece.number() != Math.rint(piece.number());
      case null, default -> false;
    };
  }
}
