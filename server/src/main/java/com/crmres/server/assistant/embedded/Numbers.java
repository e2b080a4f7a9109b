package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;

/// Gives numbers to the items they belong to.
final class Numbers {

  private final Notepad pad;
  private final Sentence text;
  private final Portions portions;

  Numbers(Notepad pad, Sentence text, Portions portions) {
    this.pad = pad;
    this.text = text;
    this.portions = portions;
  }

  /// A pad.number that no item followed belongs to the item before, or to the one spoken of.
  void useNumber() {
    if (pad.number == null) {
      return;
    }
    int value = pad.number;
    pad.number = null;
    if (pad.priceTalk) {
      return;
    }
    if (pad.current != null
        && pad.current.sentence == pad.sentence
        && pad.current.quantity == null) {
      pad.current.quantity = value;
    } else if (pad.mode == Notepad.Mode.CHANGE || (pad.answersChoice() && pad.drafts.isEmpty())) {
      Draft focus = pad.focus();
      if (focus != null) {
        focus.quantity = value;
      }
    }
  }

  void number(int t, double value) {
    if (value != Math.rint(value)) {
      return;
    }
    int count = (int) value;
    boolean open =
        pad.current != null
            && pad.drafts.contains(pad.current)
            && pad.current.sentence == pad.sentence
            && pad.current.clause == pad.clause
            && pad.current.quantity == null
            && pad.current.wish != Draft.Wish.REMOVE;
    boolean measured =
        (t + 1 < text.tags.size()
                && (text.tags.get(t + 1).isOf("measure") || text.tags.get(t + 1).isOf("money")))
            || (t > 0 && text.tags.get(t - 1).isOf("address"));
    if (isDenied(t) || corrects(t, count) || isOfUnknown(t)) {
      return;
    }
    if (measured || fewer(count) || portions.begin(t, count)) {
      return;
    }
    if (open && pad.current != null && (!text.itemFollows(t) || numbersFollow())) {
      pad.current.quantity = count;
    } else if (pad.number != null && text.tags.get(t).joined() && count >= 20 && pad.number < 10) {
      pad.number += count;
    } else {
      pad.number = count;
    }
  }

  /// "ستة مو ثنتين": the number that it is not.
  private boolean isDenied(int t) {
    return t > 0
        && Sentence.isNor(text.tags.get(t - 1))
        && !text.tags.get(t - 1).isOf("no")
        && text.words.get(text.tags.get(t).from()).gap() == Word.Gap.SPACE
        && !text.itemFollows(t);
  }

  /// So many of a dish that we do not have.
  private boolean isOfUnknown(int t) {
    Tag tag = text.tags.get(t);
    return pad.unknownEnd > 0
        && pad.unknownEnd == tag.from()
        && !tag.joined()
        && text.words.get(tag.from()).gap() == Word.Gap.SPACE
        && !text.itemFollows(t);
  }

  /// "ثلاث، لا اثنين": the number said last counts.
  private boolean corrects(int t, int count) {
    Draft draft = pad.nearest();
    boolean corrected =
        t > 0
            && (text.tags.get(t - 1).isOf("no") || text.tags.get(t - 1).isOf("correction"))
            && draft != null
            && draft.quantity != null
            && !text.itemFollows(t);
    if (corrected && draft != null) {
      draft.quantity = count;
    }
    return corrected;
  }

  /// "نقص بيبسي واحد": so many less.
  private boolean fewer(int count) {
    Draft draft = pad.current;
    if (draft == null
        || draft.wish != Draft.Wish.REMOVE
        || draft.line == null
        || draft.clause != pad.clause) {
      return false;
    }
    if (count < draft.line.quantity()) {
      draft.wish = Draft.Wish.CHANGE;
      draft.quantity = draft.line.quantity() - count;
    }
    return true;
  }

  /// In this pad.sentence numbers stand behind their items: it ends with one.
  private boolean numbersFollow() {
    Draft first =
        pad.drafts.stream()
            .filter(draft -> draft.sentence == pad.sentence)
            .findFirst()
            .orElse(null);
    if (first == null || first.quantity != null) {
      return false;
    }
    for (int i = text.tags.size() - 1; i >= 0; i--) {
      if (text.tags.get(i).mention() != null) {
        return false;
      }
      if (text.tags.get(i).number() != null) {
        return true;
      }
    }
    return false;
  }
}
