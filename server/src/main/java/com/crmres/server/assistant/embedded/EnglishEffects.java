package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Does to what was ordered what somebody said of it.
final class EnglishEffects {

  private final EnglishBook book;
  private final EnglishNotepad pad;
  private final EnglishPortions portions;
  private final EnglishChange change;
  private final EnglishReplacements replacements;

  private @Nullable Draft whole;

  EnglishEffects(
      EnglishBook book,
      EnglishNotepad pad,
      EnglishPortions portions,
      EnglishChange change,
      EnglishReplacements replacements) {
    this.book = book;
    this.pad = pad;
    this.portions = portions;
    this.change = change;
    this.replacements = replacements;
  }

  /// What remained where some were told apart; null if none were.
  @Nullable Draft whole() {
    return whole;
  }

  /// What we asked last; null if nothing.
  @Nullable PendingQuestion pending() {
    return book.turn.pending();
  }

  /// An option, and how it is meant.
  record Option(EnglishPiece piece, Way way) {}

  /// Whether a dish could have an option.
  boolean canHave(EnglishOrdered one, Option option) {
    return one.canHave(book, option.piece());
  }

  /// It is spoken of.
  void topic(EnglishReferring.Found found) {
    List<Draft> meant = drafts(found);
    if (!meant.isEmpty()) {
      pad.endList();
      speakOf(meant.getLast());
    }
  }

  void options(EnglishReferring.Found found, List<Option> options) {
    List<Draft> meant = drafts(found);
    for (Draft draft : meant) {
      options.forEach(option -> take(draft, option));
    }
    if (!meant.isEmpty()) {
      pad.endList();
      speakOf(meant.getLast());
    }
  }

  private void take(Draft draft, Option option) {
    if (option.way() == Way.WITHOUT && !book.choices.concerns(draft, option.piece())) {
      book.choices.drop(draft, option.piece());
    } else {
      book.choices.take(draft, option.piece(), option.way());
    }
  }

  /// There shall be so many.
  void count(EnglishReferring.Found found, int count) {
    for (Draft draft : drafts(found)) {
      draft.quantity = count;
      speakOf(draft);
    }
  }

  /// There shall be so many times as many.
  void multiply(EnglishReferring.Found found, int times) {
    for (Draft draft : drafts(found)) {
      draft.quantity = draft.ordered() * times;
      speakOf(draft);
    }
  }

  /// There shall be so many more, or fewer.
  void more(EnglishReferring.Found found, int more) {
    for (Draft draft : drafts(found)) {
      int left = draft.ordered() + more;
      if (left > 0 || draft.line != null) {
        draft.quantity = Math.max(0, left);
      } else {
        book.remove(draft);
      }
    }
  }

  void remove(EnglishReferring.Found found) {
    if (found.count() > 0) {
      more(found, -found.count());
      return;
    }
    drafts(found).forEach(book::remove);
    pad.current = null;
  }

  /// Nothing remains but these.
  void keepOnly(List<EnglishReferring.Found> kept) {
    List<Draft> stay = new ArrayList<>();
    kept.forEach(found -> stay.addAll(drafts(found)));
    for (CartLine line : book.turn.cart().lines()) {
      Draft draft = book.about(line);
      if (draft != null && !stay.contains(draft)) {
        book.remove(draft);
      }
    }
    pad.current = null;
  }

  /// Another dish comes in their place.
  void replace(EnglishReferring.Found found, EnglishPiece dish, List<Option> options) {
    for (Draft old : drafts(found)) {
      List<MenuItem> items = replacements.kindsFor(old, dish);
      Draft instead = book.replace(old, EnglishBook.few(items));
      instead.from = dish.from();
      instead.to = dish.to();
      options.forEach(option -> take(instead, option));
      pad.current = instead;
    }
    pad.endList();
    pad.wanted = false;
  }

  /// What follows is told of it; of what is wanted in this turn it may be told as of any dish.
  private void speakOf(Draft draft) {
    if (draft.line != null || draft.wish != Draft.Wish.ADD) {
      change.about(draft);
    } else {
      change.endSentence();
      pad.current = draft;
    }
  }

  /// What is wanted of all that is meant; a part of a line is a line of its own.
  private List<Draft> drafts(EnglishReferring.Found found) {
    portions.close();
    List<Draft> drafts = new ArrayList<>();
    for (EnglishOrdered one : found.all()) {
      Draft draft = draft(one);
      if (draft != null) {
        drafts.add(part(draft, found.count()));
      }
    }
    return drafts;
  }

  private Draft part(Draft draft, int count) {
    int some = count < 0 ? draft.ordered() / 2 : count;
    Draft portion =
        some > 0 && some < draft.ordered() ? portions.shares().partOf(draft, some) : null;
    whole = portion == null ? null : draft;
    return portion == null ? draft : portion;
  }

  private @Nullable Draft draft(EnglishOrdered one) {
    CartLine line = one.line();
    return line == null ? one.draft() : book.about(line);
  }
}
