package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishChange.Mode;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts a dish in the place of another: "beef instead of chicken", "sprite, not fanta".
final class EnglishReplacements {

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishChange change;
  private final EnglishLikeness likeness;

  EnglishReplacements(
      EnglishBook book, EnglishSentence text, EnglishNotepad pad, EnglishChange change) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.change = change;
    this.likeness = new EnglishLikeness(book);
  }

  /// "Sprite, not fanta"; "not tuna, the shrimp one".
  void not(EnglishPiece piece, @Nullable Draft current) {
    Draft old = targetBut(current, piece);
    if (old == null) {
      return;
    }
    if (current != null && current.wish == Draft.Wish.ADD) {
      current.replace(old);
      book.remove(old);
    } else {
      change.replaced = old;
      pad.current = null;
    }
  }

  int insteadOf(int t) {
    int next = text.behind(t + 1, Part.THE, Part.SKIP, Part.NUMBER);
    if (!text.has(next)) {
      return text.is(next - 1, Part.NUMBER) && instead() ? next : t + 1;
    }
    EnglishPiece other = text.at(next);
    Draft current = pad.current;
    if (text.is(next - 1, Part.NUMBER) && !other.isOnMenu() && instead()) {
      return next;
    }
    if (isOfLine(current, other) || (other.isOption() && dropsOption(current, other))) {
      return next + 1;
    }
    Draft old = other.isItem() ? targetBut(current, other) : null;
    if (old == null) {
      return other.isUnknown() ? next + 1 : Math.max(t + 1, next);
    }
    takesPlaceOf(old, current);
    return next + 1;
  }

  /// "Pepsi x3 instead", "three pepsi instead of two": there shall be so many and no more.
  boolean instead() {
    Draft current = pad.current;
    CartLine line =
        current == null || current.wish != Draft.Wish.ADD ? null : book.line(current.items);
    Draft ordered = line == null ? null : book.about(line);
    if (current == null || ordered == null || !book.drafts.remove(current)) {
      return false;
    }
    ordered.quantity = current.quantity == null ? ordered.quantity : current.quantity;
    ordered.takeFrom(current);
    pad.current = ordered;
    return true;
  }

  private void takesPlaceOf(Draft old, @Nullable Draft current) {
    if (current != null && current.wish == Draft.Wish.ADD && book.drafts.contains(current)) {
      current.replace(old);
      book.remove(old);
      old.replaced = true;
    } else {
      change.replaced = old;
    }
  }

  /// "A latte with oat instead of milk", with a latte in the cart: it is that one.
  private boolean isOfLine(@Nullable Draft current, EnglishPiece other) {
    CartLine line = current == null ? null : book.line(current.items);
    boolean may =
        other.isOption()
            && !other.isItem()
            && current != null
            && current.wish == Draft.Wish.ADD
            && current.quantity == null;
    Draft same = may && line != null ? book.about(line) : null;
    if (same == null || current == null) {
      return false;
    }
    same.take.addAll(current.take);
    same.answered.addAll(current.answered);
    book.drafts.remove(current);
    pad.current = same;
    return true;
  }

  private boolean dropsOption(@Nullable Draft current, EnglishPiece other) {
    boolean fits = current != null && book.choices.fits(current, other);
    Draft having = fits ? current : book.lineFor(other, true);
    if (having == null) {
      return false;
    }
    book.choices.drop(having, other);
    return true;
  }

  private @Nullable Draft targetBut(@Nullable Draft current, EnglishPiece other) {
    Draft draft =
        book.drafts.reversed().stream()
            .filter(one -> one != current && one.wish == Draft.Wish.ADD)
            .filter(one -> one.isOneOf(other.meant()))
            .findFirst()
            .orElse(null);
    CartLine line = book.line(other.meant());
    return draft != null ? draft : line == null ? null : book.about(line);
  }

  /// The dishes that may be meant by what comes in the place of one.
  List<MenuItem> kindsFor(Draft old, EnglishPiece piece) {
    List<MenuItem> alike = likeness.alike(old, piece);
    return alike.isEmpty() ? piece.meant() : alike;
  }

  /// Whether a dish that is named is what another one becomes.
  boolean becomesObject(EnglishPiece piece) {
    Draft old = change.subject;
    if (old == null) {
      return false;
    }
    if (!change.to && old.isOneOf(piece.meant())) {
      return true;
    }
    List<MenuItem> items = likeness.alike(old, piece);
    if (items.isEmpty() && change.to) {
      items = piece.meant();
    }
    if (items.isEmpty() || (pad.boundary && !change.to)) {
      return false;
    }
    replace(old, items, piece);
    return true;
  }

  /// "Make the pepsi diet", where a pepsi was ordered and there is a diet pepsi.
  boolean kindOfOrdered(EnglishPiece piece) {
    List<String> words = EnglishWords.ofName(piece.said());
    for (CartLine line : book.turn.cart().lines().reversed()) {
      MenuItem item = book.menu.item(line.itemId());
      Draft old =
          item != null && words.containsAll(EnglishWords.ofName(item.name().en()))
              ? book.about(line)
              : null;
      if (old != null && !likeness.alike(old, piece).isEmpty()) {
        replace(old, likeness.alike(old, piece), piece);
        return true;
      }
    }
    return false;
  }

  /// Whether a dish that is named comes in the place of the one before.
  boolean correctsItem(int t) {
    EnglishPiece piece = text.at(t);
    Draft old = change.replaced;
    if (old != null) {
      replace(old, piece.meant(), piece);
      return true;
    }
    boolean instead = insteadFollows(t) && !book.removesSomething();
    Draft focus = change.correcting || instead ? likeness.corrected(piece) : null;
    if (focus == null) {
      return false;
    }
    List<MenuItem> items = likeness.alike(focus, piece);
    if (items.isEmpty() || (change.correcting && pad.wanted && !instead)) {
      return false;
    }
    replace(focus, items, piece);
    return true;
  }

  /// "… instead" ends what is named from `t` on.
  boolean insteadFollows(int t) {
    for (int i = t + 1; text.goesOn(i); i++) {
      if (text.is(i, Part.INSTEAD)) {
        return true;
      }
      if (!text.is(i, Part.SKIP) && !text.isOption(i)) {
        return false;
      }
    }
    return false;
  }

  private void replace(Draft old, List<MenuItem> items, EnglishPiece piece) {
    Draft instead = book.replace(old, items);
    instead.from = piece.from();
    instead.to = piece.to();
    EnglishPhrase phrase = pad.open;
    pad.open = null;
    if (phrase != null) {
      boolean several = phrase.number != null && phrase.number > 1;
      instead.quantity = several ? phrase.number : instead.quantity;
      phrase.wishes.forEach(wish -> book.choices.take(instead, wish.piece(), wish.way()));
    }
    pad.current = instead;
    change.subject = instead;
    change.mode = Mode.NONE;
    change.replaced = null;
    change.correcting = false;
  }
}
