package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;

/// Reads words that the grammar does not know: they name a dish, an option, or nothing we have.
final class EnglishNames {

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishHeads heads;
  private final EnglishPortions portions;
  private final EnglishKinds kinds;
  private final EnglishEveryDish everyDish;
  private final EnglishMeanings meanings;
  private final EnglishWishes wishes;
  private final EnglishDishes dishes;
  private final EnglishUnknowns unknowns;

  EnglishNames(
      EnglishBook book,
      EnglishSentence text,
      EnglishNotepad pad,
      EnglishHeads heads,
      EnglishPortions portions,
      EnglishKinds kinds,
      EnglishEveryDish everyDish,
      EnglishMeanings meanings,
      EnglishWishes wishes,
      EnglishDishes dishes,
      EnglishUnknowns unknowns) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.heads = heads;
    this.portions = portions;
    this.kinds = kinds;
    this.everyDish = everyDish;
    this.meanings = meanings;
    this.wishes = wishes;
    this.dishes = dishes;
    this.unknowns = unknowns;
  }

  int read(int t) {
    if (isOnTheSide(t)) {
      return onTheSide(t);
    }
    int some = kinds.some(t);
    if (some > t && takeOfSome(t)) {
      return some;
    }
    if (everyDish.has(t)) {
      everyDish.take(t, pad.way);
      return t + 1;
    }
    return bringsBack(t) ? t + 1 : name(t);
  }

  /// At the name of a dish that we do not have.
  int lacked(int t) {
    return unknowns.unknown(t);
  }

  private int name(int t) {
    EnglishPiece piece = text.at(t);
    if (isMoreOfUnknown(piece)) {
      return unknowns.unknown(t);
    }
    if (dishes.takesPlain(t)) {
      return t + 1;
    }
    int written = written(t);
    if (written > t) {
      return written;
    }
    if (piece.isOption() && meanings.isOption(t)) {
      return wishes.read(t);
    }
    if (!piece.isItem()) {
      return unknowns.unknown(t);
    }
    int lacked = unknowns.lackedKind(t);
    return lacked > t ? lacked : dishes.read(t);
  }

  /// "Write happy birthday on it": behind what shall be written, `t` if nothing shall.
  private int written(int t) {
    Draft draft = pad.current != null ? pad.current : book.focus();
    if (draft == null || !text.said(t).equals("write")) {
      return t;
    }
    int end = t + 1;
    while (text.runsOn(end)) {
      end++;
    }
    draft.notes.add(text.said(t, end));
    return end;
  }

  /// "Sauce on the side": a wish for the dish before.
  private boolean isOnTheSide(int t) {
    return text.is(t + 1, Part.SIDE)
        && !heads.isDishAside(t)
        && pad.open == null
        && pad.current != null
        && !text.is(t - 1, Part.NUMBER);
  }

  private int onTheSide(int t) {
    Draft draft = pad.current;
    if (draft != null) {
      if (book.choices.fits(draft, text.at(t))) {
        book.choices.take(draft, text.at(t), Way.TAKE);
      }
      draft.notes.add(text.said(t, t + 2));
    }
    return t + 2;
  }

  /// "No cheese on one of them".
  private boolean takeOfSome(int t) {
    Draft portion = portions.part((int) text.at(t + 2).number());
    if (portion != null) {
      book.choices.take(portion, text.at(t), pad.way);
      pad.current = portion;
    }
    return portion != null;
  }

  /// "With onions after all": the line of the cart had been without.
  private boolean bringsBack(int t) {
    EnglishPiece piece = text.at(t);
    Draft without = pad.current == null ? book.lineWithout(piece) : null;
    if (without == null || pad.way != Way.TAKE || !piece.items().isEmpty()) {
      return false;
    }
    book.choices.take(without, piece, Way.TAKE);
    return true;
  }

  /// "Extra chicken", where a dish has chicken in its name and no option has.
  private boolean isMoreOfUnknown(EnglishPiece piece) {
    return pad.once == Way.EXTRA
        && pad.current != null
        && pad.open == null
        && piece.isItem()
        && piece.items().isEmpty()
        && !book.choices.fits(pad.current, piece);
  }
}
