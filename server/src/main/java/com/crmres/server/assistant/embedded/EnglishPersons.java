package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads for whom something is: "for my wife", "my son wants".
final class EnglishPersons {

  private static final String SELF = "me";

  private static final Set<String> SELVES = Set.of("me", "myself", "us");

  private static final Set<String> EATERS = Set.of("people", "persons", "person", "pax", "guests");

  /// What is said of others, behind their names.
  private static final Set<String> WANTS =
      Set.of(
          "wants", "gets", "would like", "will have", "will take", "wants to have", "would want");

  private static final Set<String> OCCASIONS =
      Set.of(
          "birthday",
          "party",
          "gathering",
          "meeting",
          "picnic",
          "event",
          "trip",
          "guest",
          "visitor",
          "colleague",
          "coworker",
          "change",
          "while",
          "gift",
          "surprise",
          "neighbor",
          "neighbour",
          "wedding",
          "dinner",
          "lunch",
          "football",
          "match",
          "game");

  private static final Set<String> OTHERS = Set.of("he", "she", "they", "him", "her", "them");

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishPortions portions;

  EnglishPersons(
      EnglishBook book, EnglishSentence text, EnglishNotepad pad, EnglishPortions portions) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.portions = portions;
  }

  /// "And I'd like", behind what others want.
  void verb(String said) {
    boolean self =
        said.startsWith("i ")
            || said.startsWith("id ")
            || said.startsWith("ill ")
            || said.endsWith(" i get")
            || said.endsWith(" i have");
    if (pad.person != null && self) {
      pad.person = SELF;
    }
  }

  /// At "for": where the reading goes on.
  int read(int t) {
    if (tellsHowMany(t + 1)) {
      countEaters(t + 1);
      return t + 2;
    }
    int end = end(t + 1);
    if (end < 0) {
      return behindOccasion(t + 1);
    }
    String said = text.said(t + 1, end);
    String named = OTHERS.contains(said) ? namedBefore(t) : null;
    String person = named == null ? said : named;
    boolean again = text.is(t - 1, Part.SAME);
    if (again && pad.current != null) {
      pad.current.person = person;
      pad.person = null;
    } else if (isAhead(t, end)) {
      portions.close();
      pad.person = person;
    } else if (pad.open != null) {
      pad.open.person = person;
    } else if (pad.current != null) {
      pad.current.person = person;
    }
    return end;
  }

  /// "For a birthday": nothing of it is wanted; the place behind "for" if it is something else.
  private int behindOccasion(int t) {
    int at = text.is(t, Part.THE) || EnglishNumbers.isArticle(text, t) ? t + 1 : t;
    return at > t && OCCASIONS.contains(text.said(at)) ? at + 1 : t;
  }

  /// "Wraps for three: …": what each of them has is told.
  private void countEaters(int t) {
    Draft draft = pad.current;
    if (draft != null && draft.quantity == null && text.has(t + 1) && text.at(t + 1).colon()) {
      draft.quantity = (int) text.at(t).number();
    }
  }

  /// "A mixed grill for two": so many eat of it.
  private boolean tellsHowMany(int t) {
    return text.is(t, Part.NUMBER)
        && !EnglishNumbers.isArticle(text.at(t))
        && (!text.runsOn(t + 1)
            || text.at(t + 1).colon()
            || text.is(t + 1, Part.SKIP, Part.AND, Part.WITH, Part.WITHOUT)
            || EATERS.contains(text.said(t + 1)));
  }

  /// The person stands before what is his: the sentence or clause begins with him.
  private boolean isAhead(int t, int end) {
    boolean begins =
        t == 0
            || text.at(t).gap() != Word.Gap.SPACE
            || pad.boundary
            || (pad.current == null && pad.open == null);
    boolean follows = text.goesOn(end);
    return begins && follows;
  }

  /// Where a person's name ends; negative if none begins at `t`.
  private int end(int t) {
    if (!text.goesOn(t)) {
      return -1;
    }
    EnglishPiece piece = text.at(t);
    if (isSelf(piece.said())) {
      return t + 1;
    }
    int family = EnglishPeople.endOfOwned(text, t);
    if (family > t) {
      return family;
    }
    boolean owned = piece.is(Part.THE);
    int at = owned ? t + 1 : t;
    int end = at;
    while (end < text.size()
        && end - at < (owned ? 2 : 1)
        && (text.at(end).isUnknown() || (owned && EnglishPeople.isPerson(text.at(end))))
        && text.at(end).gap() == Word.Gap.SPACE) {
      end++;
    }
    if (end == at) {
      return -1;
    }
    boolean person =
        owned
            ? EnglishPeople.isPerson(text.at(end - 1).said()) || piece.said().equals("my")
            : EnglishPeople.isName(text.at(at).said());
    return person ? end : -1;
  }

  /// The last one named before `t`; null if nobody was.
  private @Nullable String namedBefore(int t) {
    for (int i = t - 1; i >= 0; i--) {
      if (EnglishPeople.isPerson(text.said(i))) {
        return text.is(i - 1, Part.THE) ? text.said(i - 1, i + 1) : text.said(i);
      }
    }
    return null;
  }

  /// "Sara: a wrap": a name before a colon.
  int before(int t, int end) {
    boolean named =
        end == t + 1
            && text.has(end)
            && text.at(end).colon()
            && text.at(t).gap() == Word.Gap.LINE
            && EnglishPeople.isName(text.said(t));
    if (!named) {
      return t;
    }
    portions.close();
    pad.person = text.said(t);
    return end;
  }

  /// At "my": "my wife wants", "the kids will have".
  int wishes(int t) {
    int end = t + 1;
    while (end < text.size() && end - t < 3 && text.at(end).isUnknown()) {
      end++;
    }
    boolean person =
        end > t + 1
            && EnglishPeople.isPerson(text.at(end - 1).said())
            && text.is(end, Part.VERB, Part.SKIP);
    if (!person) {
      return t + 1;
    }
    portions.close();
    pad.person = text.said(t, end);
    return end;
  }

  /// "Ahmed wants": a name before a verb.
  int wishesUnnamed(int t, int end) {
    boolean named = end == t + 1 && text.is(end, Part.VERB) && WANTS.contains(text.said(end));
    if (!named) {
      return t;
    }
    portions.close();
    String whom = OTHERS.contains(text.said(t)) ? namedBefore(t) : text.said(t);
    pad.person = whom;
    return end;
  }

  /// "For me" tells nothing where nobody else is named.
  void settle() {
    boolean others =
        book.drafts.stream().anyMatch(draft -> draft.person != null && !isSelf(draft.person));
    if (!others) {
      book.drafts.forEach(draft -> draft.person = null);
    } else {
      book.drafts.stream()
          .filter(draft -> draft.person != null && isSelf(draft.person))
          .forEach(draft -> draft.person = SELF);
    }
  }

  private static boolean isSelf(String person) {
    return SELVES.contains(person);
  }
}
