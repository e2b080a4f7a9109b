package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads for whom something is: "for my wife", "my son wants".
final class EnglishPersons {

  private static final String SELF = "me";

  private final EnglishBook book;
  private final List<EnglishPiece> pieces;
  private final EnglishReader reader;
  private @Nullable String pending;

  EnglishPersons(EnglishBook book, List<EnglishPiece> pieces, EnglishReader reader) {
    this.book = book;
    this.pieces = pieces;
    this.reader = reader;
  }

  /// For whom what is named next is; null if nobody was named.
  @Nullable String pending() {
    return pending;
  }

  void endSentence() {
    pending = null;
  }

  /// "And I'd like", behind what others want.
  void verb(String said) {
    boolean self =
        said.startsWith("i ")
            || said.startsWith("id ")
            || said.startsWith("ill ")
            || said.endsWith(" i get")
            || said.endsWith(" i have");
    if (pending != null && self) {
      pending = SELF;
    }
  }

  /// At "for": where the reading goes on.
  int read(int t) {
    int end = end(t + 1);
    if (end < 0) {
      return t + 1;
    }
    String person = reader.said(t + 1, end);
    boolean again = t > 0 && pieces.get(t - 1).is(Part.SAME);
    if (again && reader.current != null) {
      reader.current.person = person;
      pending = null;
    } else if (isAhead(t, end)) {
      reader.close();
      pending = person;
    } else if (reader.open != null) {
      reader.open.person = person;
    } else if (reader.current != null) {
      reader.current.person = person;
    }
    return end;
  }

  /// The person stands before what is his: the sentence or clause begins with him.
  private boolean isAhead(int t, int end) {
    boolean begins =
        t == 0
            || pieces.get(t).gap() != Word.Gap.SPACE
            || reader.boundary
            || (reader.current == null && reader.open == null);
    boolean follows = end < pieces.size() && pieces.get(end).gap() != Word.Gap.LINE;
    return begins && follows;
  }

  /// Where a person's name ends; negative if none begins at `t`.
  private int end(int t) {
    if (t >= pieces.size() || pieces.get(t).gap() == Word.Gap.LINE) {
      return -1;
    }
    EnglishPiece piece = pieces.get(t);
    if (piece.said().equals("me") || piece.said().equals("myself") || piece.said().equals("us")) {
      return t + 1;
    }
    boolean owned = piece.is(Part.THE);
    int at = owned ? t + 1 : t;
    int end = at;
    while (end < pieces.size()
        && end - at < (owned ? 2 : 1)
        && (pieces.get(end).isUnknown() || (owned && isPerson(pieces.get(end))))
        && pieces.get(end).gap() == Word.Gap.SPACE) {
      end++;
    }
    if (end == at) {
      return -1;
    }
    boolean person =
        owned
            ? isPerson(pieces.get(end - 1).said()) || piece.said().equals("my")
            : isName(pieces.get(at).said());
    return person ? end : -1;
  }

  private static boolean isName(String word) {
    return word.length() > 2
        && word.chars().allMatch(Character::isLetter)
        && switch (word) {
          case "dinner",
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
              "sharing" ->
              false;
          default -> true;
        };
  }

  /// "The kids", though the menu has a kids meal.
  private static boolean isPerson(EnglishPiece piece) {
    return piece.items().isEmpty() && !piece.isOption() && isPerson(piece.said());
  }

  private static boolean isPerson(String word) {
    return switch (word) {
      case "wife",
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
          "little" ->
          true;
      default -> false;
    };
  }

  /// At "my": "my wife wants", "the kids will have".
  int wishes(int t) {
    int end = t + 1;
    while (end < pieces.size() && end - t < 3 && pieces.get(end).isUnknown()) {
      end++;
    }
    boolean person =
        end > t + 1
            && isPerson(pieces.get(end - 1).said())
            && end < pieces.size()
            && (pieces.get(end).is(Part.VERB) || pieces.get(end).is(Part.SKIP));
    if (!person) {
      return t + 1;
    }
    reader.close();
    pending = reader.said(t, end);
    return end;
  }

  /// "Ahmed wants": a name before a verb.
  int wishesUnnamed(int t, int end) {
    boolean named =
        end == t + 1
            && end < pieces.size()
            && pieces.get(end).is(Part.VERB)
            && List.of(
                    "wants",
                    "gets",
                    "would like",
                    "will have",
                    "will take",
                    "wants to have",
                    "would want")
                .contains(pieces.get(end).said());
    if (!named) {
      return t;
    }
    reader.close();
    pending = pieces.get(t).said();
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
    return person.equals("me") || person.equals("myself") || person.equals("us");
  }
}
