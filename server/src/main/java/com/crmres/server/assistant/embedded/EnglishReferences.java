package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishChange.Mode;
import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds that a dish is named because it was ordered, not because it is wanted.
final class EnglishReferences {

  /// What stands between a dish that was ordered and what becomes of it.
  private static final Set<String> BECOMES =
      Set.of("to be", "should be", "must be", "has to be", "needs to be", "is supposed to be");

  /// What is said behind these, of a dish that was ordered, orders nothing.
  private static final Set<String> IS = Set.of("is", "was", "are", "were");

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishChange change;
  private final EnglishReplacements replacements;

  EnglishReferences(
      EnglishBook book,
      EnglishSentence text,
      EnglishNotepad pad,
      EnglishChange change,
      EnglishReplacements replacements) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.change = change;
    this.replacements = replacements;
  }

  /// Whether a dish that is named is one that was ordered, or comes in its place.
  boolean takesItem(int t) {
    EnglishPiece piece = text.at(t);
    if (isPlaceOfOption(t)) {
      return true;
    }
    return switch (change.mode) {
      case REMOVE -> removes(piece);
      case CHANGE -> becomesSubject(t);
      case CHANGED -> replacements.becomesObject(piece);
      case NONE -> (!isLeftOut() && replacements.correctsItem(t)) || isOnly(piece) || isSpokenOf(t);
    };
  }

  /// "No pickles on the classic": the dish was found when its options were read.
  private boolean isPlaceOfOption(int t) {
    int before = t - 1;
    while (text.is(before, Part.THE)) {
      before--;
    }
    boolean placed =
        text.is(before, Part.ON)
            || (pad.adding && text.said(before).equals("with the"))
            || (text.is(before, Part.FORWHOM) && before < t - 1);
    Draft draft = placed ? book.target(text.at(t)) : null;
    if (draft != null) {
      pad.current = draft;
    }
    return draft != null;
  }

  private boolean removes(EnglishPiece piece) {
    Draft target = book.target(piece);
    if (target == null) {
      return false;
    }
    int all = target.ordered();
    int count = change.fewer == null ? all : change.fewer;
    change.fewer = null;
    if (count < all) {
      target.quantity = all - count;
      return true;
    }
    book.remove(target);
    if (target == pad.current) {
      pad.current = null;
    }
    return true;
  }

  private boolean becomesSubject(int t) {
    Draft draft = book.target(text.at(t));
    if (draft == null) {
      change.mode = Mode.NONE;
      return replacements.kindOfOrdered(text.at(t)) || replacements.correctsItem(t);
    }
    change.about(draft);
    return true;
  }

  /// "Only one burger", with two in the cart.
  private boolean isOnly(EnglishPiece piece) {
    EnglishPhrase phrase = pad.open;
    if (phrase == null || phrase.number == null || !phrase.only) {
      return false;
    }
    Draft draft = book.ofCart(piece);
    if (draft != null) {
      draft.quantity = phrase.number;
      pad.open = null;
    }
    return draft != null;
  }

  /// Whether words say what becomes of the dish before them.
  static boolean becomes(String said) {
    return BECOMES.contains(said);
  }

  private boolean isLeftOut() {
    return pad.way == Way.WITHOUT && pad.direct;
  }

  /// "The burger without onion", with a burger in the cart, is that one.
  private boolean isSpokenOf(int t) {
    boolean becomes = becomes(text.said(t + 1));
    if (text.is(t - 1, Part.THE) && IS.contains(text.said(t + 1)) && !pad.wanted) {
      return book.line(text.at(t).meant()) != null;
    }
    boolean definite = text.is(t - 1, Part.THE) || (isVague(text.at(t)) && !isCounted(t));
    if (pad.open != null || !(becomes || (definite && !pad.wanted && isTold(t)))) {
      return false;
    }
    Draft draft = book.ofCart(text.at(t));
    if (draft != null) {
      change.about(draft);
    }
    return draft != null;
  }

  /// "Salad without croutons", with one of the salads in the cart.
  private boolean isVague(EnglishPiece piece) {
    return piece.items().isEmpty() && piece.partly().size() > 1;
  }

  private boolean isCounted(int t) {
    return text.is(t - 1, Part.NUMBER);
  }

  private boolean isTold(int t) {
    int after = text.behind(t + 1, Part.SKIP, Part.NUMBER, Part.TO);
    return text.isOnlyOption(after)
        || (text.has(after)
            && (text.isOption(t + 1) || text.is(t + 1, Part.WITHOUT, Part.WITH, Part.EXTRA)));
  }

  /// The dish of the order that is named behind its options: "extra cheese on the burger".
  @Nullable Draft targetAhead(int t) {
    for (int i = t + 1; text.goesOn(i); i++) {
      if (leadsToDish(i)) {
        return target(text.behind(i + 1, Part.THE), text.at(t));
      }
      boolean listed =
          text.isOption(i) || text.is(i, Part.AND, Part.OR, Part.WITHOUT, Part.EXTRA, Part.SKIP);
      if (!listed) {
        return null;
      }
    }
    return null;
  }

  private boolean leadsToDish(int t) {
    boolean changes = change.mode == Mode.CHANGE || change.mode == Mode.CHANGED;
    return text.is(t, Part.ON, Part.FORWHOM) || (text.is(t, Part.TO) && !changes) || isAddedTo(t);
  }

  /// "Put an egg with the rice", with the rice in the cart.
  private boolean isAddedTo(int t) {
    return pad.adding && text.said(t).equals("with the") && !pad.listing;
  }

  private @Nullable Draft target(int t, EnglishPiece option) {
    Draft target = text.isItem(t) ? book.target(text.at(t)) : null;
    return target != null && book.choices.concerns(target, option) ? target : null;
  }
}
