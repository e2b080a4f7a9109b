package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import com.crmres.server.menu.ModifierGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives each option to the dish of which it is said: the one before, or one yet to be named.
final class EnglishWishes {

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishHeads heads;
  private final EnglishPortions portions;
  private final EnglishWaiting waiting;
  private final EnglishReferences references;
  private final EnglishSwaps swaps;

  EnglishWishes(
      EnglishBook book,
      EnglishSentence text,
      EnglishNotepad pad,
      EnglishHeads heads,
      EnglishPortions portions,
      EnglishWaiting waiting,
      EnglishReferences references,
      EnglishSwaps swaps) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.heads = heads;
    this.portions = portions;
    this.waiting = waiting;
    this.references = references;
    this.swaps = swaps;
  }

  /// "A box of date cake", where the cake comes by the slice or the box.
  int unit(int t) {
    int head = text.is(t + 1, Part.OF) ? heads.head(t + 2) : -1;
    if (head >= 0 && heads.fitsItem(text.at(head), text.at(t))) {
      EnglishPhrase phrase = pad.open == null ? pad.open(null, text.at(t).from()) : pad.open;
      phrase.wishes.add(new EnglishPhrase.Wish(text.at(t).asOption(text.at(t).key()), Way.TAKE));
    }
    return t + 1;
  }

  int read(int t) {
    EnglishPiece piece = text.at(t);
    Way how = pad.once != null ? pad.once : pad.way;
    boolean first = pad.direct;
    pad.once = null;
    pad.direct = false;
    Draft target = references.targetAhead(t);
    if (target != null) {
      book.choices.take(target, piece, how);
    } else if (!swaps.takesOption(t, piece, how)) {
      give(t, how, first);
    }
    return t + 1;
  }

  private void give(int t, Way how, boolean first) {
    EnglishPiece piece = text.at(t);
    Way meant = how;
    if (startsAnother(t, first)) {
      portions.close();
      pad.open(null, piece.from());
      meant = how == Way.WITHOUT ? Way.TAKE : how;
    }
    EnglishPhrase phrase = pad.open;
    if (phrase == null) {
      attach(piece, meant, first);
    } else {
      await(t, phrase, meant);
    }
  }

  /// A size or topping behind a comma or nothing may belong to the dish that follows.
  private boolean startsAnother(int t, boolean first) {
    EnglishPiece piece = text.at(t);
    if (pad.open != null) {
      return false;
    }
    int head = heads.head(t);
    if (first) {
      return head > t && startsAnotherSize(piece);
    }
    if (head > t && !heads.fitsItem(text.at(head), piece) && pad.current != null) {
      return pad.boundary && book.menu.isSize(piece.key());
    }
    return head > t ? isNotOf(pad.current, piece) : isOfNone(piece);
  }

  private boolean startsAnotherSize(EnglishPiece piece) {
    Draft draft = pad.current;
    if (draft == null || pad.way == Way.WITHOUT) {
      return false;
    }
    EnglishOptions.Choice choice = book.choices.choice(draft.items, piece.key());
    return choice == null || choice.group().kind() == ModifierGroup.Kind.SIZE;
  }

  private boolean isOfNone(EnglishPiece piece) {
    return pad.current == null
        && !book.turn.cart().isEmpty()
        && pad.wanted
        && book.lineFor(piece, false) == null;
  }

  /// The dish before cannot have it, or has another one of its kind already.
  private boolean isNotOf(@Nullable Draft draft, EnglishPiece piece) {
    if (draft == null || pad.boundary || !book.choices.fits(draft, piece)) {
      return true;
    }
    EnglishOptions.Choice choice = book.choices.choice(draft.items, piece.key());
    return choice != null
        && choice.group().max() == 1
        && draft.answered.contains(choice.group().id());
  }

  /// The wish waits for its dish, unless it is plain that none will be named.
  private void await(int t, EnglishPhrase phrase, Way how) {
    phrase.wishes.add(new EnglishPhrase.Wish(text.at(t), how));
    if (heads.head(t) >= t || phrase.listing) {
      return;
    }
    portions.settleOpen();
    if (pad.open == null) {
      pad.listing = true;
    }
  }

  private void attach(EnglishPiece piece, Way how, boolean first) {
    Draft current = pad.current;
    Draft draft = current == null ? ofCart(piece, how) : current;
    if (draft == null) {
      EnglishPhrase phrase = pad.open(null, piece.from());
      phrase.listing = pad.listing;
      phrase.wishes.add(new EnglishPhrase.Wish(piece, how));
      return;
    }
    Way meant = endsNegation(draft, piece, how, first) ? Way.TAKE : how;
    if (pad.listing && !pad.ofEach) {
      portions.listedOn(draft);
    }
    waiting.tell(draft, piece, meant);
    meant = isStillNegated(draft, piece, meant) ? Way.WITHOUT : meant;
    pad.positive |= pad.listing && meant != Way.WITHOUT;
    take(draft, piece, meant, first);
  }

  private void take(Draft draft, EnglishPiece piece, Way how, boolean first) {
    for (Draft one : meant(draft)) {
      boolean taken = book.choices.take(one, piece, how);
      if (!taken && how == Way.TAKE && (pad.listing || first)) {
        one.notes.add(piece.said());
      }
    }
  }

  private List<Draft> meant(Draft draft) {
    if (!pad.everything) {
      return List.of(draft);
    }
    return pad.everyOf == null ? book.all() : book.allOf(pad.everyOf);
  }

  /// The line of the cart that is meant where no dish has been named.
  private @Nullable Draft ofCart(EnglishPiece piece, Way how) {
    boolean without = how == Way.WITHOUT;
    Draft line = pad.wanted && !without ? null : book.lineFor(piece, without);
    line = line == null ? book.lineFor(piece, false) : line;
    return line == null && without ? book.focus() : line;
  }

  /// "No onions, large": a size is nothing to be left out.
  private boolean endsNegation(Draft draft, EnglishPiece piece, Way how, boolean first) {
    boolean ends =
        how == Way.WITHOUT
            && !first
            && (!isIngredient(draft, piece) || isOnlyTopping(draft, piece));
    if (ends) {
      pad.way = Way.TAKE;
    }
    return ends;
  }

  /// "No ice, vanilla": vanilla is no part of the dish unless it is added.
  private boolean isOnlyTopping(Draft draft, EnglishPiece piece) {
    return piece.gap() == Word.Gap.COMMA
        && book.choices.names(draft, piece)
        && book.choices.removal(draft.items, piece.key()) == null
        && draft.items.getFirst().groups().stream()
            .anyMatch(group -> group.kind() == ModifierGroup.Kind.REMOVE);
  }

  /// "With cheese, no beans, onions": onions are something that only can be left out.
  private boolean isStillNegated(Draft draft, EnglishPiece piece, Way how) {
    return how == Way.TAKE
        && book.choices.choice(draft.items, piece.key()) == null
        && book.choices.removal(draft.items, piece.key()) != null
        && pad.positive
        && pad.shortNegation;
  }

  private boolean isIngredient(Draft draft, EnglishPiece piece) {
    if (book.choices.removal(draft.items, piece.key()) != null) {
      return true;
    }
    EnglishOptions.Choice choice = book.choices.choice(draft.items, piece.key());
    return choice == null || choice.group().kind() == ModifierGroup.Kind.ADDON;
  }
}
