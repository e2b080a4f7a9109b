package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;

/// Gives dishes the numbers that stand behind them: "um ali x2", "hawaiian 2".
final class EnglishTrailingNumbers {

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishHeads heads;
  private final EnglishPieceSizes sizes;

  EnglishTrailingNumbers(
      EnglishBook book,
      EnglishSentence text,
      EnglishNotepad pad,
      EnglishHeads heads,
      EnglishPieceSizes sizes) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.heads = heads;
    this.sizes = sizes;
  }

  /// The dish that was named before its number has it now.
  boolean takes(int t, int count) {
    Draft draft = pad.current;
    if (draft == null || !isTrailing(t, draft)) {
      return false;
    }
    String size = sizes.of(draft.items, count);
    if (size == null || text.is(t - 1, Part.X)) {
      draft.quantity = count;
    } else {
      book.choices.take(draft, text.at(t).asOption(size), Way.TAKE);
    }
    return true;
  }

  /// "Um ali x2", "hawaiian 2": the number stands behind its dish.
  private boolean isTrailing(int t, Draft draft) {
    Integer counted = draft.quantity;
    boolean times = text.is(t - 1, Part.X) && counted != null && counted == 1;
    if (pad.open != null || (counted != null && !times)) {
      return false;
    }
    return text.is(t - 1, Part.X)
        || (text.runsOn(t) && !EnglishNumbers.isArticle(text.at(t)) && endsDish(t, draft));
  }

  private boolean endsDish(int t, Draft draft) {
    return t > 0
        && !pad.boundary
        && !pad.listing
        && draft.from >= 0
        && pad.lastEnd == t
        && (endsPhrase(t + 1) || endsInOptions(t + 1, draft))
        && (!text.runsOn(t + 1) || heads.head(t + 1) < 0)
        && book.drafts.contains(draft);
  }

  /// "Macaroni 2 tray", "mushroom soup one large"; not "pepperoni one large and one small".
  private boolean endsInOptions(int t, Draft draft) {
    int next = t;
    while (text.runsOn(next)
        && text.isOnlyOption(next)
        && book.choices.fits(draft, text.at(next))) {
      next++;
    }
    int portion = text.is(next, Part.AND) ? next + 1 : next;
    boolean another = text.is(portion, Part.NUMBER) && heads.head(portion + 1) < 0;
    return next > t && !another && (!text.runsOn(next) || text.is(next, Part.AND, Part.SKIP));
  }

  private boolean endsPhrase(int t) {
    int next = t;
    while (text.runsOn(next) && text.is(next, Part.SKIP, Part.UNIT, Part.X)) {
      next++;
    }
    return !text.runsOn(next) || text.is(next, Part.AND, Part.WITHOUT, Part.WITH);
  }
}
