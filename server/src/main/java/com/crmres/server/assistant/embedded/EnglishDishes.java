package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import com.crmres.server.menu.MenuItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the names of dishes: each is a new line, or says more of the one before.
final class EnglishDishes {

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishPortions portions;
  private final EnglishKinds kinds;
  private final EnglishReferences references;
  private final EnglishReplacements replacements;

  EnglishDishes(
      EnglishBook book,
      EnglishSentence text,
      EnglishNotepad pad,
      EnglishPortions portions,
      EnglishKinds kinds,
      EnglishReferences references,
      EnglishReplacements replacements) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.portions = portions;
    this.kinds = kinds;
    this.references = references;
    this.replacements = replacements;
  }

  int read(int t) {
    EnglishPiece piece = text.at(t);
    if (references.takesItem(t)) {
      return t + 1;
    }
    if (pad.way == Way.WITHOUT && pad.direct && pad.once == null) {
      pad.direct = false;
      without(t);
      return t + 1;
    }
    Draft kind = kinds.read(t);
    if (kind != null) {
      take(kind);
    } else if (!saysMore(t)) {
      add(piece);
    }
    return t + 1;
  }

  /// Whether a word for what is plain names one of the dishes just counted.
  boolean takesPlain(int t) {
    Draft plain = kinds.plain(t);
    if (plain != null) {
      take(plain);
    }
    return plain != null;
  }

  private void add(EnglishPiece piece) {
    if (pad.open != null && pad.open.listing) {
      portions.close();
    }
    take(portions.name(pad.open, EnglishBook.few(meant(piece)), piece));
  }

  private void take(Draft made) {
    if (made.person == null) {
      made.person = pad.person;
    }
    pad.open = null;
    pad.current = made;
    pad.positive = false;
    pad.ofEach = false;
    if (pad.everyOf != null) {
      pad.everything = false;
      pad.everyOf = null;
    }
    pad.endList();
  }

  /// Of the dishes that a piece may mean, those we asked about where it means any of them.
  private List<MenuItem> meant(EnglishPiece piece) {
    if (book.turn.pending() instanceof PendingQuestion.WhichItem which) {
      List<MenuItem> asked =
          book.menu.containing(EnglishWords.ofName(piece.said()), false).stream()
              .filter(item -> which.itemIds().contains(item.id()))
              .toList();
      if (!asked.isEmpty()) {
        return asked;
      }
    }
    boolean counted = pad.open != null && pad.open.number != null;
    return counted ? kinds.alike(piece) : piece.meant();
  }

  /// Whether the words say more of the dish right before them.
  private boolean saysMore(int t) {
    Draft draft = pad.current;
    EnglishPiece piece = text.at(t);
    boolean touches = pad.open == null && !pad.boundary && pad.lastEnd == t;
    return draft != null
        && touches
        && (narrows(draft, piece)
            || namesInFull(draft, piece)
            || (piece.items().isEmpty() && EnglishDishWords.isKind(piece.key())));
  }

  /// "Pepperoni … pizza": both words name the same dish.
  private boolean narrows(Draft draft, EnglishPiece piece) {
    List<MenuItem> both =
        draft.items.stream()
            .filter(item -> piece.items().contains(item) || piece.partly().contains(item))
            .toList();
    if (both.isEmpty() || draft.items.equals(piece.items())) {
      return false;
    }
    if (both.size() < draft.items.size()) {
      Draft narrower = instead(draft, new Draft(draft.wish, both, true, draft.line), piece);
      narrower.takeFrom(draft);
    }
    return true;
  }

  /// "Chicken … shawarma": what might have been many dishes is the one that follows.
  private boolean namesInFull(Draft draft, EnglishPiece piece) {
    boolean names =
        draft.items.size() > 1
            && draft.wish == Draft.Wish.ADD
            && !piece.items().isEmpty()
            && draft.to == piece.from();
    if (names) {
      List<MenuItem> items = EnglishBook.few(piece.items());
      instead(draft, new Draft(Draft.Wish.ADD, items, true, null), piece);
    }
    return names;
  }

  private Draft instead(Draft before, Draft named, EnglishPiece piece) {
    named.quantity = before.quantity;
    named.person = before.person;
    named.from = before.from;
    named.to = piece.to();
    book.drafts.set(book.drafts.indexOf(before), named);
    pad.current = named;
    return named;
  }

  /// What is to be left out has the name of a dish.
  private void without(int t) {
    EnglishPiece piece = text.at(t);
    Draft draft = pad.current;
    if (draft != null
        && draft.wish == Draft.Wish.ADD
        && draft.items.equals(piece.items())
        && !book.choices.concerns(draft, piece)) {
      book.remove(draft);
      pad.current = null;
    } else if (draft != null && book.choices.concerns(draft, piece)) {
      book.choices.take(draft, piece, Way.WITHOUT);
    } else if (text.said(t - 1).startsWith("not")) {
      replacements.not(piece, draft);
    } else {
      withoutDish(piece, draft);
    }
  }

  private void withoutDish(EnglishPiece piece, @Nullable Draft draft) {
    Draft ordered = draft == null ? book.target(piece) : book.draft(piece.meant());
    if (ordered != null && ordered != draft) {
      book.remove(ordered);
      return;
    }
    Draft focus = draft == null ? book.focus() : draft;
    if (focus != null) {
      book.choices.take(focus, piece, Way.WITHOUT);
    }
  }
}
