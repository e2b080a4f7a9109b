package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Word;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads who eats what where a name alone says so: "Sami: a wrap", "Huda double, me plain".
final class EnglishEaters {

  private static final Set<String> SELF = Set.of("me", "i", "mine", "myself");

  private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "him", "her");

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishPortions portions;
  private final Lexicon lexicon;
  private @Nullable Boolean several;

  EnglishEaters(
      EnglishBook book,
      EnglishSentence text,
      EnglishNotepad pad,
      EnglishPortions portions,
      Lexicon lexicon) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.portions = portions;
    this.lexicon = lexicon;
  }

  /// Behind a name that tells for whom the words after it are; `t` if there is none.
  int read(int t) {
    int end = end(t);
    if (end == t || (!(text.has(end) && text.at(end).colon()) && !areSeveral())) {
      return t;
    }
    portions.close();
    String person = text.said(t, end);
    pad.person = SELF.contains(person) ? "me" : person;
    if (!text.is(end, Part.NUMBER, Part.SAME) && !namesDish(end) && pad.current != null) {
      pad.open(1, text.at(t).from());
    }
    return end;
  }

  private boolean namesDish(int t) {
    for (int i = t; i == t || (text.goesOn(i) && text.at(i).gap() == Word.Gap.SPACE); i++) {
      if (text.isItem(i) && !text.isOption(i)) {
        return true;
      }
    }
    return text.isItem(t) && !isOfCurrent(t);
  }

  private boolean isOfCurrent(int t) {
    Draft current = pad.current;
    return current != null && book.choices.fits(current, text.at(t));
  }

  /// Whether two people or more are named so.
  private boolean areSeveral() {
    Boolean known = several;
    if (known == null) {
      int people = 0;
      for (int t = 0; t < text.size(); t++) {
        boolean owned = text.is(t, Part.FORWHOM) || (text.is(t, Part.VERB) && t > 0);
        people += end(t) > t || owned ? 1 : 0;
      }
      known = people > 1;
      several = known;
    }
    return known;
  }

  /// Where a name ends that begins a clause and has words behind it; `t` if none does.
  private int end(int t) {
    boolean begins =
        t == 0
            || text.at(t).gap() != Word.Gap.SPACE
            || text.at(t).colon()
            || text.is(t - 1, Part.AND);
    if (!begins || text.is(t - 1, Part.FORWHOM)) {
      return t;
    }
    int end = isName(t) || SELF.contains(text.said(t)) ? t + 1 : EnglishPeople.endOfOwned(text, t);
    return end > t && tellsOfHim(end) ? end : t;
  }

  private boolean isName(int t) {
    String word = text.said(t);
    return text.at(t).isUnknown()
        && !PRONOUNS.contains(word)
        && EnglishPeople.isName(word)
        && !book.menu.spelling().isEnglish(word)
        && lexicon.of(word).isEmpty();
  }

  private boolean tellsOfHim(int t) {
    boolean behind = text.runsOn(t) || (text.has(t) && text.at(t).colon());
    boolean topping = text.is(t, Part.WITHOUT, Part.WITH, Part.EXTRA, Part.LIGHT);
    boolean told = text.is(t, Part.NUMBER, Part.SAME) || topping || text.is(t, Part.STAY);
    return behind && (told || text.isItem(t) || text.isOption(t));
  }
}
