package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;

/// Tells questions about a dish from orders of it: "الزنجر عندكم حار؟".
final class DishQuestions {

  private final Notepad pad;
  private final Sentence text;

  DishQuestions(Notepad pad, Sentence text) {
    this.pad = pad;
    this.text = text;
  }

  /// What was named with its article in a question without a verb or a number is asked about.
  void endOfSentence() {
    if (pad.verb) {
      return;
    }
    for (Draft draft : pad.drafts) {
      boolean plain =
          draft.sentence == pad.sentence
              && draft.wish == Draft.Wish.ADD
              && draft.quantity == null
              && draft.line == null;
      if (plain && isDefinite(draft) && isAsked(draft)) {
        draft.wish = Draft.Wish.TELL_PRICE;
      }
    }
  }

  private boolean isDefinite(Draft draft) {
    String word = text.words.get(draft.from).text();
    return word.startsWith("ال") || word.startsWith("وال");
  }

  /// The next mark behind it is a question mark.
  private boolean isAsked(Draft draft) {
    for (int i = draft.to; i < text.words.size(); i++) {
      Word word = text.words.get(i);
      if (word.isQuestionMark()) {
        return true;
      }
      if (word.gap() == Word.Gap.LINE) {
        return false;
      }
    }
    return false;
  }
}
