package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives everybody what is named for each: "we are five, everyone gets a pepsi", "a cola for each
/// of us".
final class EnglishCompany {

  private static final Set<String> EACH = Set.of("each", "each one", "every one", "each of them");

  private static final Set<String> EATERS =
      Set.of("people", "persons", "pax", "guests", "adults", "friends", "kids");

  private static final int MOST = 40;

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishPortions portions;
  private final Set<Draft> told = new HashSet<>();
  private final Set<Draft> known = new HashSet<>();
  private @Nullable Integer people;
  private boolean distributing;
  private int behindCount = -1;

  EnglishCompany(
      EnglishBook book, EnglishSentence text, EnglishNotepad pad, EnglishPortions portions) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.portions = portions;
  }

  /// Behind words that count people or say that something is for each of them; `t` if there are
  /// none.
  int read(int t) {
    if (people() < 2) {
      return eachDish(t);
    }
    if (distributing && isOfOne(t)) {
      distributing = false;
    }
    int counted = endOfCount(t);
    boolean each = text.is(t, Part.EACH) || (text.is(t, Part.ALL) && (counted > t || isEach(t)));
    if (each) {
      return each(t, Math.max(t + 1, counted));
    }
    if (counted > t) {
      portions.close();
      pad.boundary = true;
      behindCount = counted;
    }
    return counted;
  }

  /// "A latte and a mocha, two each", where nobody was counted.
  private int eachDish(int t) {
    boolean told =
        text.is(t, Part.NUMBER)
            && !EnglishNumbers.isArticle(text.at(t))
            && text.is(t + 1, Part.ALL)
            && EACH.contains(text.said(t + 1))
            && !text.runsOn(t + 2);
    List<Draft> wanted =
        book.drafts.stream()
            .filter(draft -> draft.wish == Draft.Wish.ADD && draft.quantity == null)
            .toList();
    if (!told || wanted.size() < 2) {
      return t;
    }
    wanted.forEach(draft -> draft.quantity = (int) text.at(t).number());
    return t + 2;
  }

  /// "I", who speaks of himself again.
  private boolean isOfOne(int t) {
    String said = text.said(t);
    return text.is(t, Part.VERB, Part.ADD)
        && (said.startsWith("i ") || said.startsWith("id ") || said.startsWith("ill "));
  }

  /// Those that were named since, while everybody is spoken of.
  void notice() {
    for (Draft draft : book.drafts) {
      if (known.add(draft) && distributing && draft.wish == Draft.Wish.ADD && draft.line == null) {
        told.add(draft);
      }
    }
  }

  void endSentence() {
    distributing = false;
    for (Draft draft : told) {
      if (book.drafts.contains(draft)) {
        draft.quantity = draft.ordered() * people();
        draft.person = null;
      }
    }
    told.clear();
  }

  private boolean isEach(int t) {
    return text.is(t, Part.EACH)
        || (text.is(t, Part.ALL)
            && EACH.contains(text.said(t))
            && !text.is(t - 1, Part.OF, Part.TO, Part.ON, Part.WITH)
            && !(text.runsOn(t + 1)
                && (text.is(t + 1, Part.WITH, Part.WITHOUT, Part.EXTRA) || text.isOption(t + 1))));
  }

  private int each(int t, int end) {
    boolean ahead = text.is(t - 1, Part.FORWHOM) || text.said(t).startsWith("for ");
    int first = text.is(t - 1, Part.FORWHOM) ? t - 1 : t;
    if (begins(first) && isSubject(end, ahead)) {
      return subject(end);
    }
    portions.close();
    suffix(t);
    return end;
  }

  private boolean begins(int t) {
    return t == 0
        || t == behindCount
        || text.at(t).gap() != Word.Gap.SPACE
        || text.is(t - 1, Part.AND);
  }

  /// What everybody gets follows.
  private boolean isSubject(int t, boolean ahead) {
    return text.goesOn(t)
        && (text.is(t, Part.VERB, Part.NUMBER)
            || EnglishPeople.isWanting(text.said(t))
            || ((ahead || text.runsOn(t)) && text.at(t).isOnMenu()));
  }

  private int subject(int t) {
    portions.close();
    distributing = true;
    pad.wanted = true;
    pad.boundary = true;
    pad.person = null;
    pad.endList();
    int next = t;
    while (text.runsOn(next)
        && (text.is(next, Part.VERB, Part.SKIP) || EnglishPeople.isWanting(text.said(next)))) {
      next++;
    }
    return next;
  }

  /// "A burger and a cola each": all of the list; behind a comma alone the last only.
  private void suffix(int t) {
    int from = t;
    boolean list = false;
    while (from > 0
        && text.at(from).gap() != Word.Gap.LINE
        && (from == t || endOfCount(from) == from)) {
      if (text.at(from).gap() == Word.Gap.COMMA && !list && named(from)) {
        break;
      }
      list |= text.is(from, Part.AND);
      from--;
    }
    if (from < t && endOfCount(from) > from) {
      from = endOfCount(from);
    }
    int first = text.at(Math.min(from, t)).from();
    book.drafts.stream()
        .filter(draft -> draft.wish == Draft.Wish.ADD && draft.line == null && draft.from >= first)
        .forEach(told::add);
  }

  private boolean named(int t) {
    return book.drafts.stream().anyMatch(draft -> draft.from >= text.at(t).from());
  }

  /// How many people there are; 0 if that was not said, or nothing is for each of them.
  private int people() {
    Integer counted = people;
    if (counted == null) {
      counted = 0;
      boolean each = false;
      for (int t = 0; t < text.size(); t++) {
        each |= isEach(t);
        int count = count(t);
        counted = count > 1 && count <= MOST ? count : counted;
      }
      counted = each ? counted : 0;
      people = counted;
    }
    return counted;
  }

  /// How many people the words at `t` count; 0 if they count none.
  private int count(int t) {
    int number = number(t);
    if (number >= 0) {
      return (int) text.at(number).number();
    }
    if (text.is(t, Part.EACH) && text.at(t).number() > 1) {
      return (int) text.at(t).number();
    }
    int end = EnglishPeople.endOfSeveral(text, t);
    return end > t ? EnglishPeople.several(text, t) : 0;
  }

  /// Where the number of people stands that begins to be told at `t`; negative if it is not.
  private int number(int t) {
    int at = text.is(t, Part.COMPANY, Part.FORWHOM) ? text.behind(t + 1, Part.SKIP) : t;
    if (text.is(t, Part.EACH) || (text.is(t, Part.ALL) && text.runsOn(t + 1))) {
      at = text.behind(t + 1, Part.OF, Part.THE);
    }
    if (!text.is(at, Part.NUMBER) || EnglishNumbers.isArticle(text.at(at))) {
      return -1;
    }
    boolean alone =
        !text.runsOn(at + 1) || !(text.at(at + 1).isOnMenu() || text.is(at + 1, Part.UNIT));
    boolean of = text.is(t, Part.COMPANY, Part.EACH) && alone;
    return of || isEaters(at + 1) ? at : -1;
  }

  private boolean isEaters(int t) {
    return text.runsOn(t)
        && (text.is(t, Part.COMPANY)
            || EATERS.contains(text.said(t))
            || EnglishPeople.isPerson(text.at(t)));
  }

  /// Where words end that count people; `t` if none do.
  private int endOfCount(int t) {
    int number = number(t);
    if (number < 0) {
      return text.is(t, Part.FORWHOM) ? t : EnglishPeople.endOfSeveral(text, t);
    }
    if (text.is(t, Part.FORWHOM) && !text.at(t).colon() && t > 0) {
      return t;
    }
    int end = number + 1;
    while (isEaters(end)) {
      end++;
    }
    return end;
  }
}
