package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;

/// Finds ahead where the dish is named to which sizes and toppings belong.
final class EnglishHeads {

  private final EnglishBook book;
  private final EnglishSentence text;

  EnglishHeads(EnglishBook book, EnglishSentence text) {
    this.book = book;
    this.text = text;
  }

  /// Where the dish is named to which the words from `t` on belong; negative if none is.
  int head(int t) {
    boolean listed = false;
    int unknown = 0;
    for (int i = t; i < text.size(); i++) {
      EnglishPiece piece = text.at(i);
      if (i > t && piece.gap() == Word.Gap.LINE) {
        return -1;
      }
      if (i > t && piece.gap() == Word.Gap.COMMA) {
        if (!text.at(i - 1).isOption() || isNewSize(t, i)) {
          return -1;
        }
        listed = true;
      }
      boolean topping =
          i > 0
              && piece.isOption()
              && piece.items().isEmpty()
              && (text.at(i - 1).is(Part.EXTRA) || text.at(i - 1).is(Part.LIGHT));
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
                && text.at(i - 1).isOption()
                && i + 1 < text.size()
                && text.at(i + 1).isOption();
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
    return isSize(i)
        && !book.menu.isSize(text.at(t).key())
        && text.pieces().subList(t, i).stream().anyMatch(piece -> piece.is(Part.AND));
  }

  private boolean isSize(int t) {
    return text.isOption(t) && book.menu.isSize(text.at(t).key());
  }

  /// "Sauce on the side" is no dish, "and fries on the side" is one.
  private boolean isAside(int t) {
    return text.is(t + 1, Part.SIDE) && !isDishAside(t) && !text.is(t - 1, Part.NUMBER);
  }

  /// Whether what stands before "on the side" is a dish beside another: "and fries on the side",
  /// "large fries on the side"; no sauce or topping of it.
  boolean isDishAside(int t) {
    EnglishPiece piece = text.at(t);
    return !piece.items().isEmpty()
        && (!piece.isOption() || text.is(t - 1, Part.AND) || text.at(t).gap() == Word.Gap.COMMA);
  }

  private int itemHead(int t, int i, boolean listed) {
    EnglishPiece piece = text.at(i);
    if (piece.isOption() && i + 1 < text.size() && text.at(i + 1).gap() != Word.Gap.LINE) {
      EnglishPiece next = text.at(i + 1);
      boolean goesOn = next.part() == null || next.is(Part.AND) || next.is(Part.EXTRA);
      int later = goesOn && !next.isUnknown() ? head(next.is(Part.AND) ? i + 2 : i + 1) : -1;
      boolean run = later >= 0 && (next.part() == null || text.at(i + 1).gap() == Word.Gap.SPACE);
      if (run
          && fitsItem(text.at(later), piece)
          && ((next.part() == null && next.gap() == Word.Gap.SPACE)
              || (text.at(later).gap() == Word.Gap.SPACE && isPremodList(i, later)))) {
        return later;
      }
    }
    if (listed) {
      for (int k = t; k < i; k++) {
        if (text.at(k).isOption() && !fitsItem(piece, text.at(k))) {
          return -1;
        }
      }
    }
    return i;
  }

  /// "Pepperoni and mushroom pizza": the words before the dish all touch it.
  private boolean isPremodList(int from, int head) {
    for (int i = from; i < head; i++) {
      EnglishPiece piece = text.at(i);
      if (i > from && piece.gap() == Word.Gap.COMMA && book.menu.isSize(piece.key())) {
        return false;
      }
      if (!piece.isOption() && !piece.is(Part.AND)) {
        return false;
      }
    }
    return head > from + 1 && text.at(head - 1).isOption();
  }

  boolean fitsItem(EnglishPiece item, EnglishPiece option) {
    return book.choices.choice(item.meant(), option.key()) != null;
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
