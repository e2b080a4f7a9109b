package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishChange.Mode;
import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import org.jspecify.annotations.Nullable;

/// Puts an option in the place of another of what was ordered.
final class EnglishSwaps {

  private final EnglishBook book;
  private final EnglishNotepad pad;
  private final EnglishHeads heads;
  private final EnglishChange change;
  private final EnglishReplacements replacements;

  EnglishSwaps(
      EnglishBook book,
      EnglishNotepad pad,
      EnglishHeads heads,
      EnglishChange change,
      EnglishReplacements replacements) {
    this.book = book;
    this.pad = pad;
    this.heads = heads;
    this.change = change;
    this.replacements = replacements;
  }

  /// Whether an option that is named is one that was ordered, or comes in its place.
  boolean takesOption(int t, EnglishPiece piece, Way how) {
    Draft draft = change.subject;
    if (change.mode == Mode.CHANGE && draft == null && how != Way.WITHOUT) {
      return leaves(piece);
    }
    if (change.mode == Mode.CHANGED && draft != null && pad.open == null) {
      return comes(draft, piece, how);
    }
    return corrects(t, piece, how);
  }

  /// "Change the oat milk …": the dish that has it is changed.
  private boolean leaves(EnglishPiece piece) {
    Draft having = having(piece);
    if (having == null) {
      return false;
    }
    change.leaving = piece;
    change.about(having);
    return true;
  }

  private @Nullable Draft having(EnglishPiece piece) {
    for (Draft draft : book.drafts.reversed()) {
      EnglishOptions.Choice choice = book.choices.choice(draft.items, piece.key());
      if (draft.wish == Draft.Wish.ADD
          && choice != null
          && draft.take.contains(choice.option().id())) {
        return draft;
      }
    }
    return book.lineFor(piece, true);
  }

  /// "… to soy".
  private boolean comes(Draft draft, EnglishPiece piece, Way how) {
    boolean fits = book.choices.fits(draft, piece) || how == Way.WITHOUT;
    if (pad.everything) {
      return false;
    }
    if (!fits) {
      return isOfOther(draft, piece, how);
    }
    EnglishPiece old = change.leaving;
    change.leaving = null;
    if (old != null && !old.key().equals(piece.key())) {
      book.choices.drop(draft, old);
    }
    book.choices.take(draft, piece, how);
    return true;
  }

  /// "Make it medium": of the cart, only another dish can be.
  private boolean isOfOther(Draft draft, EnglishPiece piece, Way how) {
    Draft other = draft.line == null || piece.isItem() ? null : book.lineFor(piece, false);
    if (other == null) {
      return false;
    }
    change.about(other);
    book.choices.take(other, piece, how);
    return true;
  }

  /// "No wait, large"; "soy milk instead".
  private boolean corrects(int t, EnglishPiece piece, Way how) {
    boolean may = change.correcting || replacements.insteadFollows(t);
    Draft focus = may && pad.open == null ? book.focus() : null;
    if (focus == null || !book.choices.concerns(focus, piece) || heads.head(t) > t) {
      return false;
    }
    book.choices.take(focus, piece, how);
    return true;
  }
}
