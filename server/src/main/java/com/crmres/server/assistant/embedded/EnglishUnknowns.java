package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import java.util.List;

/// Decides what words that the menu does not have are: a dish it lacks, a wish, or talk.
final class EnglishUnknowns {

  private final EnglishBook book;
  private final List<EnglishPiece> pieces;
  private final EnglishReader reader;

  EnglishUnknowns(EnglishBook book, List<EnglishPiece> pieces, EnglishReader reader) {
    this.book = book;
    this.pieces = pieces;
    this.reader = reader;
  }

  int unknown(int t) {
    int end = t + 1;
    while (end < pieces.size()
        && pieces.get(end).gap() == Word.Gap.SPACE
        && pieces.get(end).isUnknown()) {
      end++;
    }
    String phrase = reader.said(t, end);
    int person = reader.persons.wishesUnnamed(t, end);
    if (person > t) {
      return person;
    }
    EnglishPiece next =
        end < pieces.size() && pieces.get(end).gap() == Word.Gap.SPACE ? pieces.get(end) : null;
    boolean food = isFood(t, end);
    if (next != null && next.isItem() && !reader.listing) {
      boolean vague = next.items().isEmpty() && !isTalk(t, end);
      if (food || vague || isDistinct(phrase)) {
        String dish = phrase + " " + next.said();
        book.notOnMenu.add(dish);
        reader.open = null;
        reader.current = null;
        return end + 1;
      }
      return end;
    }
    if (reader.way == EnglishBook.Way.WITHOUT
        && reader.direct
        && reader.once == null
        && reader.open == null) {
      Draft draft =
          reader.current != null ? reader.current : book.lineNamed("no" + pieces.get(t).key());
      if (draft == null && !book.turn.cart().isEmpty() && !isTalk(t, end)) {
        draft = book.focus();
      }
      if (draft != null) {
        book.take(draft, pieces.get(t), EnglishBook.Way.WITHOUT);
        reader.direct = false;
        return end;
      }
    }
    if (reader.listing
        && (reader.direct || reader.once != null || isListed(t))
        && (reader.current != null || reader.open != null)) {
      note(phrase);
      reader.direct = false;
      return end;
    }
    if (reader.once != null && (reader.current != null || reader.open != null)) {
      note(phrase);
      return end;
    }
    if (isDishPlace(t, end, food)) {
      book.notOnMenu.add(phrase);
      reader.open = null;
      reader.once = null;
    }
    return end;
  }

  private boolean isListed(int t) {
    return reader.boundary
        && pieces.get(t).gap() != Word.Gap.LINE
        && (reader.open == null || reader.open.listing);
  }

  private void note(String phrase) {
    EnglishBook.Way how = reader.once != null ? reader.once : reader.way;
    reader.once = null;
    String note =
        switch (how) {
          case TAKE -> phrase;
          case EXTRA -> "extra " + phrase;
          case LIGHT -> "light " + phrase;
          case WITHOUT -> Notes.WITHOUT + phrase;
        };
    Draft draft = reader.current;
    if (reader.open != null) {
      reader.open.notes.add(note);
    } else if (draft != null) {
      draft.notes.add(note);
    }
  }

  /// A dish may stand behind a number, a verb, or in a list of dishes.
  private boolean isDishPlace(int t, int end, boolean food) {
    if (end - t > 4 || reader.way == EnglishBook.Way.WITHOUT) {
      return false;
    }
    if (isTalk(t, end) || book.menu.isCategory(reader.said(t, end))) {
      return false;
    }
    boolean counted =
        reader.open != null
            && reader.open.number != null
            && (reader.open.wishes.isEmpty() || (t > 0 && pieces.get(t - 1).is(Part.OF)));
    boolean afterVerb =
        reader.wanted && t > 0 && (reader.boundary || pieces.get(t - 1).is(Part.SKIP));
    return counted
        || ((afterVerb || reader.boundary) && (food || (afterVerb && reader.lastEnd == t)));
  }

  /// Words that have a meaning which is no food.
  private boolean isTalk(int t, int end) {
    for (int i = t; i < end; i++) {
      var meanings = reader.lexicon.of(pieces.get(i).said());
      if (!meanings.isEmpty()
          && meanings.stream().noneMatch(meaning -> meaning.kind().equals("food"))) {
        return true;
      }
    }
    return false;
  }

  boolean isFood(int t, int end) {
    for (int i = t; i < end; i++) {
      for (String word : pieces.get(i).said().split(" ", -1)) {
        if (reader.lexicon.of(word).stream().anyMatch(meaning -> meaning.kind().equals("food"))
            || reader.lexicon.of(EnglishWords.fold(word)).stream()
                .anyMatch(meaning -> meaning.kind().equals("food"))) {
          return true;
        }
      }
    }
    return false;
  }

  /// Words that make another dish of one.
  private static boolean isDistinct(String phrase) {
    return switch (phrase) {
      case "diet",
          "vegan",
          "turkey",
          "lamb",
          "fish",
          "salmon",
          "duck",
          "tofu",
          "zero",
          "veal",
          "seafood",
          "gluten free" ->
          true;
      default -> false;
    };
  }
}
