package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Word;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads who eats what where a name alone says so: "Sami: a wrap", "Huda double, me plain".
final class EnglishEaters {

  private static final Set<String> SELF = Set.of("me", "i", "mine", "myself");

  private static final Set<String> AIDS =
      Set.of(
          "will", "would", "also", "just", "only", "is", "are", "really", "wanna", "gonna", "going",
          "to", "too");

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
    int wanting = end > t ? behindWanting(end) : t;
    boolean plain = wanting > end || (text.has(end) && text.at(end).colon());
    if (end == t || !(plain || areSeveral())) {
      return t;
    }
    portions.close();
    String person = text.said(t, end);
    pad.person = SELF.contains(person) ? "me" : person;
    if (wanting > end) {
      pad.wanted = true;
      pad.endList();
      return wanting;
    }
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
    return end > t && (tellsOfHim(end) || wants(t, end)) ? end : t;
  }

  /// "My son wants a burger", "Sara will have two": somebody else wants what follows.
  private boolean wants(int t, int end) {
    int behind = SELF.contains(text.said(t)) ? end : behindWanting(end);
    return behind > end && text.runsOn(behind) && (isCounted(behind) || text.at(behind).isOnMenu());
  }

  private boolean isCounted(int t) {
    return text.is(t, Part.NUMBER, Part.SAME, Part.EXTRA, Part.UNIT, Part.THE, Part.DISH);
  }

  /// Behind "wants", "would like", "will have"; `t` if none of these stands there.
  private int behindWanting(int t) {
    int end = t;
    while (text.runsOn(end) && (EnglishPeople.isWanting(text.said(end)) || isAid(end))) {
      end++;
    }
    return end > t && EnglishPeople.isWanting(text.said(end - 1)) ? end : t;
  }

  /// "Will", "would", "also", before the verb itself.
  private boolean isAid(int t) {
    boolean small = text.is(t, Part.SKIP, Part.AND, Part.TO) || text.at(t).isUnknown();
    return small && AIDS.contains(text.said(t));
  }

  private boolean isName(int t) {
    String word = text.said(t);
    return (text.at(t).isUnknown() || isPartOfDish(t))
        && !PRONOUNS.contains(word)
        && EnglishPeople.isName(word)
        && !book.menu.spelling().isEnglish(word)
        && lexicon.of(word).isEmpty();
  }

  /// "Ali gets", though there is um ali: no dish gets another.
  private boolean isPartOfDish(int t) {
    EnglishPiece piece = text.at(t);
    int behind = behindWanting(t + 1);
    return piece.isItem()
        && piece.items().isEmpty()
        && !piece.isOption()
        && behind > t + 1
        && text.runsOn(behind)
        && (text.isItem(behind) || (text.is(behind, Part.NUMBER) && text.isItem(behind + 1)));
  }

  private boolean tellsOfHim(int begin) {
    int t = begin;
    while (text.runsOn(t) && text.is(t, Part.SKIP) && AIDS.contains(text.said(t))) {
      t++;
    }
    boolean behind = text.runsOn(t) || (text.has(t) && text.at(t).colon());
    boolean topping = text.is(t, Part.WITHOUT, Part.WITH, Part.EXTRA, Part.LIGHT);
    boolean told = text.is(t, Part.NUMBER, Part.SAME) || topping || text.is(t, Part.STAY);
    return behind && (told || text.isItem(t) || text.isOption(t));
  }
}
