package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import org.jspecify.annotations.Nullable;

/// Gives items to those for whom they are: "للوالدة بدون بصل", "واحد لأحمد".
final class Persons {

  private final Notepad pad;
  private final Sentence text;
  private final PersonPhrases phrases;
  private @Nullable Draft base;

  Persons(Notepad pad, Sentence text) {
    this.pad = pad;
    this.text = text;
    this.phrases = new PersonPhrases(text);
  }

  int length(int t) {
    return phrases.length(t);
  }

  /// Whether what follows is for those of whom nobody was named.
  boolean forEverybodyElse(int t) {
    boolean others = phrases.isEverybodyElse(t);
    if (others) {
      pad.person = null;
      pad.clause++;
    }
    return others;
  }

  /// "حط لي ... ولأختي ...": the first is for himself.
  void noticeVerb(Tag verb) {
    String last = text.words.get(verb.to() - 1).text();
    if (phrases.isMine(last)) {
      pad.person = last.equals("me") ? "me" : "أنا";
      pad.personSentence = pad.sentence;
    }
  }

  void read(int t, int length) {
    String person = phrases.name(t, length);
    for (int i = t; i < t + length; i++) {
      pad.understood.add(i);
    }
    boolean itemNext = itemComes(t + length - 1);
    if (itemNext && !follows()) {
      pad.person = person;
      pad.personSentence = pad.sentence;
    } else if (pad.current != null && pad.drafts.contains(pad.current)) {
      give(pad.current, person);
    } else {
      pad.person = person;
      pad.personSentence = pad.sentence;
    }
  }

  private boolean itemComes(int t) {
    for (int i = t + 1; i < text.tags.size(); i++) {
      Tag tag = text.tags.get(i);
      if (text.words.get(tag.from()).gap() != Word.Gap.SPACE
          || tag.means("MOD:WITHOUT")
          || length(i) > 0) {
        return false;
      }
      if (tag.mention() != null) {
        return i == t + 1 || tag.mention().whole() || tag.mention().sure();
      }
    }
    return false;
  }

  /// "شاورما لأحمد": the person stands behind his item.
  private boolean follows() {
    Draft draft = pad.nearest();
    return draft != null
        && draft.clause == pad.clause
        && draft.person == null
        && pad.person == null;
  }

  private void give(Draft draft, String person) {
    if (draft.person == null) {
      base = draft.again();
      base.takeFrom(draft);
      base.quantity = draft.quantity;
      draft.person = person;
      goOnWith(draft);
      return;
    }
    Draft other = draft.again();
    if (base != null && base.items.equals(draft.items)) {
      other.takeFrom(base);
    }
    other.quantity = share(draft);
    other.person = person;
    pad.drafts.add(other);
    goOnWith(other);
  }

  /// The number said, or one of those there were.
  private @Nullable Integer share(Draft draft) {
    Integer said = pad.number;
    pad.number = null;
    if (said == null && draft.quantity != null && draft.quantity > 1) {
      draft.quantity = draft.quantity - 1;
      return 1;
    }
    return said;
  }

  private void goOnWith(Draft draft) {
    draft.sentence = pad.sentence;
    draft.clause = pad.clause;
    pad.current = draft;
  }

  /// A person named at the head of a line is for that line; one alone on a line is for those below.
  void endSentence() {
    boolean used =
        pad.drafts.stream()
            .anyMatch(draft -> draft.sentence == pad.personSentence && draft.person != null);
    if (used && pad.person != null) {
      pad.person = null;
    }
  }
}
