package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import java.util.Set;

/// Reads for whom something is: "for my wife", "my son wants".
final class EnglishPersons {

  private static final String SELF = "me";

  private static final Set<String> SELVES = Set.of("me", "myself", "us");

  /// What may stand behind "for" and is nobody's name.
  private static final Set<String> NO_NAMES =
      Set.of(
          "dinner",
          "lunch",
          "breakfast",
          "delivery",
          "pickup",
          "tomorrow",
          "tonight",
          "later",
          "free",
          "real",
          "people",
          "persons",
          "today",
          "sharing",
          "order",
          "orders",
          "note",
          "notes",
          "drinks",
          "food",
          "total",
          "name",
          "address",
          "phone",
          "location",
          "time",
          "items",
          "extras",
          "sides",
          "menu");

  private static final Set<String> PEOPLE =
      Set.of(
          "wife",
          "husband",
          "son",
          "daughter",
          "kid",
          "kids",
          "mom",
          "mother",
          "dad",
          "father",
          "brother",
          "sister",
          "friend",
          "friends",
          "boss",
          "baby",
          "boy",
          "girl",
          "boys",
          "girls",
          "child",
          "children",
          "colleague",
          "partner",
          "grandma",
          "grandpa",
          "mum",
          "family",
          "roommate",
          "girlfriend",
          "boyfriend",
          "driver",
          "guest",
          "guests",
          "cousin",
          "uncle",
          "aunt",
          "neighbor",
          "neighbour",
          "little");

  /// What is said of others, behind their names.
  private static final Set<String> WANTS =
      Set.of(
          "wants", "gets", "would like", "will have", "will take", "wants to have", "would want");

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
    int end = end(t + 1);
    if (end < 0) {
      return t + 1;
    }
    String person = text.said(t + 1, end);
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
    boolean owned = piece.is(Part.THE);
    int at = owned ? t + 1 : t;
    int end = at;
    while (end < text.size()
        && end - at < (owned ? 2 : 1)
        && (text.at(end).isUnknown() || (owned && isPerson(text.at(end))))
        && text.at(end).gap() == Word.Gap.SPACE) {
      end++;
    }
    if (end == at) {
      return -1;
    }
    boolean person =
        owned
            ? isPerson(text.at(end - 1).said()) || piece.said().equals("my")
            : isName(text.at(at).said());
    return person ? end : -1;
  }

  private static boolean isName(String word) {
    return word.length() > 2
        && word.chars().allMatch(Character::isLetter)
        && !NO_NAMES.contains(word);
  }

  /// "The kids", though the menu has a kids meal.
  private static boolean isPerson(EnglishPiece piece) {
    return piece.items().isEmpty() && !piece.isOption() && isPerson(piece.said());
  }

  private static boolean isPerson(String word) {
    return PEOPLE.contains(word);
  }

  /// "Sara: a wrap": a name before a colon.
  int before(int t, int end) {
    boolean named =
        end == t + 1
            && text.has(end)
            && text.at(end).colon()
            && text.at(t).gap() == Word.Gap.LINE
            && isName(text.said(t));
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
        end > t + 1 && isPerson(text.at(end - 1).said()) && text.is(end, Part.VERB, Part.SKIP);
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
    pad.person = text.at(t).said();
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
