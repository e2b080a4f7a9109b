package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishChange.Mode;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;

/// Reads that something becomes of some of what stands in the cart: "make one spicy".
final class EnglishSome {

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishPortions portions;
  private final EnglishChange change;

  EnglishSome(
      EnglishBook book, EnglishSentence text, EnglishPortions portions, EnglishChange change) {
    this.book = book;
    this.text = text;
    this.portions = portions;
    this.change = change;
  }

  /// "One of the burgers without onion", of two in the cart; `t` if it is something else.
  int read(int t, int count) {
    if (isOfSeveral(t)) {
      Draft portion = portions.part(count);
      if (portion != null) {
        change.to = text.is(t + 1, Part.TO);
        change.about(portion);
        return t + 1;
      }
    }
    int item = text.is(t + 1, Part.OF) ? text.behind(t + 2, Part.THE) : t;
    boolean definite = item > t + 2 && text.isItem(item) && change.mode != Mode.REMOVE;
    Draft ordered = definite ? book.ofCart(text.at(item)) : null;
    Draft portion = ordered == null ? null : portions.shares().partOf(ordered, count);
    if (portion == null) {
      return t;
    }
    change.to = change.mode != Mode.NONE || EnglishReferences.becomes(text.said(item + 1));
    change.about(portion);
    return item + 1;
  }

  /// "Make one spicy", "change one to beef", of two in the cart.
  private boolean isOfSeveral(int t) {
    return (change.mode == Mode.CHANGE || change.mode == Mode.CHANGED)
        && book.drafts.stream().noneMatch(draft -> draft.wish == Draft.Wish.ADD)
        && !change.to
        && (text.isOnlyOption(t + 1) || text.is(t + 1, Part.TO));
  }
}
