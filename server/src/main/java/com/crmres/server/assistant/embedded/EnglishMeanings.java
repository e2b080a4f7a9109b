package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;

/// Decides, of words that name a dish and an option alike, which is meant.
final class EnglishMeanings {

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishHeads heads;
  private final EnglishKinds kinds;
  private final EnglishChange change;
  private final EnglishReferences references;

  EnglishMeanings(
      EnglishBook book,
      EnglishSentence text,
      EnglishNotepad pad,
      EnglishHeads heads,
      EnglishKinds kinds,
      EnglishChange change,
      EnglishReferences references) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.heads = heads;
    this.kinds = kinds;
    this.change = change;
    this.references = references;
  }

  /// Whether the words at `t`, which may name an option, do so here.
  boolean isOption(int t) {
    EnglishPiece piece = text.at(t);
    if (!piece.isItem() || references.targetAhead(t) != null) {
      return true;
    }
    if (change.expectsItem() || kinds.lists(piece)) {
      return false;
    }
    if (heads.head(t) > t) {
      return true;
    }
    if (pad.open != null) {
      return pad.open.listing || kinds.isOfPortion(pad.open, piece);
    }
    if (isSwappedInCart(t, piece)) {
      return true;
    }
    Draft draft = pad.current;
    if (change.correcting && draft != null && isOtherChoice(draft, piece)) {
      return true;
    }
    return draft == null ? isOfCart(piece) || goesOnLeavingOut(t, piece) : isOf(draft, t, piece);
  }

  /// "With rice, no wait, fries": another of the same kind was chosen.
  private boolean isOtherChoice(Draft draft, EnglishPiece piece) {
    EnglishOptions.Choice choice = book.choices.choice(draft.items, piece.key());
    return choice != null
        && choice.group().max() == 1
        && draft.answered.contains(choice.group().id());
  }

  private boolean isSwappedInCart(int t, EnglishPiece piece) {
    return text.is(t + 1, Part.INSTEAD_OF, Part.INSTEAD)
        && piece.items().isEmpty()
        && pad.current == null
        && book.lineFor(piece, false) != null;
  }

  private boolean isOfCart(EnglishPiece piece) {
    return answersOption(piece)
        || (pad.adding && piece.items().isEmpty() && book.lineFor(piece, false) != null)
        || (!pad.wanted
            && piece.items().isEmpty()
            && book.lineFor(piece, false) != null
            && pad.way == Way.WITHOUT);
  }

  /// "Without garlic and pickles", though pickles are a dish, too.
  private boolean goesOnLeavingOut(int t, EnglishPiece piece) {
    return pad.way == Way.WITHOUT
        && !pad.wanted
        && text.is(t - 1, Part.AND, Part.OR)
        && text.isOption(t - 2)
        && book.lineFor(piece, false) != null;
  }

  private boolean answersOption(EnglishPiece piece) {
    if (!(book.turn.pending() instanceof PendingQuestion.ChooseOption) || pad.wanted) {
      return false;
    }
    Draft focus = book.focus();
    return focus != null && book.choices.fits(focus, piece);
  }

  private boolean isOf(Draft draft, int t, EnglishPiece piece) {
    return fits(draft, piece)
        && (pad.listing
            || pad.once != null
            || !pad.boundary
            || listsMore(t, piece, draft)
            || isRatherOption(t, piece, draft));
  }

  /// "Power bowl, greens, tofu", where there is green tea as well: the whole name goes before a
  /// part.
  private boolean isRatherOption(int t, EnglishPiece piece, Draft draft) {
    return piece.items().isEmpty()
        && !text.is(t - 1, Part.NUMBER, Part.AND)
        && !text.is(t + 1, Part.AND)
        && book.choices.names(draft, piece);
  }

  private boolean fits(Draft draft, EnglishPiece piece) {
    if (pad.way != Way.WITHOUT || pad.once != null) {
      return book.choices.fits(draft, piece);
    }
    return book.choices.removal(draft.items, piece.key()) != null
        || (pad.direct && book.choices.fits(draft, piece));
  }

  /// "Classic burger, mushrooms and egg on it": more toppings follow.
  private boolean listsMore(int t, EnglishPiece piece, Draft draft) {
    int next = text.is(t + 1, Part.AND) ? t + 2 : t + 1;
    if (!piece.items().isEmpty() || !text.isOnlyOption(next)) {
      return false;
    }
    EnglishOptions.Choice choice = book.choices.choice(draft.items, text.at(next).key());
    return choice != null && choice.group().max() > 1;
  }
}
