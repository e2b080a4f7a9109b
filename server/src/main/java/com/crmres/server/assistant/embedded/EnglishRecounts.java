package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.embedded.EnglishChange.Mode;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import java.util.List;

/// Reads how many there shall be of what was ordered.
final class EnglishRecounts {

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishHeads heads;
  private final EnglishPortions portions;
  private final EnglishChange change;

  EnglishRecounts(
      EnglishBook book,
      EnglishSentence text,
      EnglishNotepad pad,
      EnglishHeads heads,
      EnglishPortions portions,
      EnglishChange change) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.heads = heads;
    this.portions = portions;
    this.change = change;
  }

  /// "One less burger".
  int less(int t) {
    int head = heads.head(t + 1);
    Draft draft = head < 0 ? book.focus() : book.target(text.at(head));
    if (draft != null) {
      draft.quantity = draft.ordered() - 1;
    }
    return head < 0 ? t + 1 : head + 1;
  }

  /// "Another one", "two more".
  int again(int t) {
    EnglishPiece piece = text.at(t);
    int more = piece.said().startsWith("two") || piece.said().startsWith("2") ? 2 : 1;
    if (isNamed(t + 1)) {
      portions.close();
      EnglishPhrase phrase = new EnglishPhrase(more, piece.from());
      phrase.alike = piece.said().startsWith("another");
      pad.open = phrase;
      return t + 1;
    }
    int same = text.behind(t + 1, Part.OF, Part.SAME, Part.THE, Part.OF_THEM);
    boolean named = same > t + 1 && text.runsOn(same) && text.isItem(same);
    Draft like = named ? book.target(text.at(same)) : book.focus();
    if (like != null) {
      like.quantity = like.ordered() + more;
    }
    return named ? same + 1 : t + 1;
  }

  private boolean isNamed(int t) {
    return text.runsOn(t)
        && (heads.head(t) >= 0 || text.is(t, Part.WITH, Part.WITHOUT) || text.at(t).isUnknown());
  }

  /// Whether a number says how many there shall be of what was ordered.
  boolean takesNumber(int t, int count) {
    if (change.mode == Mode.REMOVE) {
      change.fewer = count;
      return true;
    }
    if (text.is(t + 1, Part.OF_THEM)) {
      return false;
    }
    Draft draft = change.subject;
    if (change.mode == Mode.CHANGED && draft != null) {
      return recounts(t, count, draft);
    }
    if (change.correcting && !EnglishNumbers.isArticle(text.at(t))) {
      return corrects(t, count);
    }
    return answers(t, count);
  }

  private boolean recounts(int t, int count, Draft draft) {
    if (isPortion(t, count, draft)) {
      change.mode = EnglishChange.Mode.NONE;
      pad.current = portions.shares().ofCounted(draft, count);
      return true;
    }
    boolean one = text.said(t).equals("one");
    if (one && change.leaving != null) {
      change.leaving = null;
      return true;
    }
    if (EnglishNumbers.isArticle(text.at(t)) || (one && text.is(t + 1, Part.WITH))) {
      return true;
    }
    if (addsAnother(t)) {
      return false;
    }
    int head = heads.head(t + 1);
    Draft named = head < 0 ? null : book.target(text.at(head));
    if (named != null && named != draft) {
      change.about(named);
    }
    (named == null ? draft : named).quantity = count;
    return true;
  }

  /// "Make it four, and one with oat milk": one of those four.
  private boolean isPortion(int t, int count, Draft draft) {
    Integer counted = draft.quantity;
    return counted != null
        && counted > count
        && (text.is(t - 1, Part.AND) || text.at(t).gap() == Word.Gap.COMMA)
        && (text.is(t + 1, Part.WITH, Part.WITHOUT)
            || (text.isOnlyOption(t + 1) && book.choices.fits(draft, text.at(t + 1))))
        && heads.head(t + 1) < 0;
  }

  private boolean addsAnother(int t) {
    int head = heads.head(t + 1);
    return head >= 0
        && change.subject != null
        && pad.boundary
        && !change.subject.isOneOf(text.at(head).meant());
  }

  /// "Sorry, three burgers".
  private boolean corrects(int t, int count) {
    int head = heads.head(t + 1);
    Draft draft = head < 0 ? book.focus() : book.target(text.at(head));
    if (draft == null) {
      return false;
    }
    draft.quantity = count;
    change.correcting = false;
    if (head >= 0) {
      change.about(draft);
    }
    return true;
  }

  /// A number alone, after our question about a line.
  private boolean answers(int t, int count) {
    boolean alone =
        text.behind(t + 1, Part.SKIP, Part.UNIT) == text.size()
            && book.drafts.stream().allMatch(draft -> draft.line != null)
            && book.turn.pending() instanceof PendingQuestion.ChooseOption;
    Draft focus = alone ? book.focus() : null;
    if (focus != null && !answersPieces(t, focus)) {
      focus.quantity = count;
    }
    return focus != null;
  }

  /// "Eight", asked how many pieces.
  private boolean answersPieces(int t, Draft focus) {
    EnglishPiece number = text.at(t);
    for (String key : List.of(number.key() + "piece", number.key())) {
      EnglishOptions.Choice choice = book.choices.choice(focus.items, key);
      if (choice != null
          && book.turn.pending() instanceof PendingQuestion.ChooseOption asked
          && asked.groupId().equals(choice.group().id())) {
        book.choices.take(focus, number.asOption(key), EnglishChoices.Way.TAKE);
        return true;
      }
    }
    return false;
  }
}
