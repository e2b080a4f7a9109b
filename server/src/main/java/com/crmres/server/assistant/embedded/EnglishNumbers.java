package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives English numbers to what they count: dishes, portions, toppings, or nothing.
final class EnglishNumbers {

  private final EnglishBook book;
  private final List<EnglishPiece> pieces;
  private final EnglishReader reader;

  EnglishNumbers(EnglishBook book, List<EnglishPiece> pieces, EnglishReader reader) {
    this.book = book;
    this.pieces = pieces;
    this.reader = reader;
  }

  int number(int t, EnglishPiece piece) {
    double value = piece.number();
    if (value != Math.rint(value)) {
      return half(t);
    }
    int count = (int) value;
    if (isClock(t) || isDenied(t)) {
      return t + 1;
    }
    if (count == 1 && piece.said().equals("one") && isPronoun(t)) {
      return t + 1;
    }
    if (isArticle(piece)
        && reader.open != null
        && !reader.open.wishes.isEmpty()
        && (pieces.get(t - 1).said().equals("half")
            || pieces.get(t - 1).said().equals("quarter"))) {
      return t + 1;
    }
    if (reader.changes.takesNumber(t, count)) {
      return t + 1;
    }
    if (isTrailing(t)) {
      Draft draft = reader.current;
      if (draft != null) {
        draft.quantity = count;
      }
      return t + 1;
    }
    int option = countedOption(t);
    if (option >= 0) {
      if (count > 1 && reader.current != null) {
        reader.current.notes.add(reader.said(t, option + 1));
      }
      return option;
    }
    if (isArticle(piece) && t > 0 && pieces.get(t - 1).is(Part.NUMBER)) {
      return t + 1;
    }
    if (reader.open != null && reader.open.number == null && reader.open.wishes.isEmpty()) {
      reader.open.number = count;
      return t + 1;
    }
    reader.close();
    reader.open = new EnglishPhrase(count, piece.from());
    reader.open.person = reader.persons.pending();
    reader.open.alike = piece.said().equals("another");
    reader.open.only =
        t > 0
            && !reader.wanted
            && (pieces.get(t - 1).said().equals("only") || pieces.get(t - 1).said().equals("just"));
    return t + 1;
  }

  /// "A large one", "the meat one".
  private boolean isPronoun(int t) {
    if (t == 0 || pieces.get(t).gap() != Word.Gap.SPACE) {
      return false;
    }
    EnglishPiece before = pieces.get(t - 1);
    boolean definite = t > 1 && pieces.get(t - 2).is(Part.THE);
    boolean size =
        before.isOption()
            && !before.isItem()
            && book.menu.isSize(before.key())
            && (t + 1 >= pieces.size() || pieces.get(t + 1).part() != null);
    boolean pronoun =
        size
            || (reader.open != null && !reader.open.wishes.isEmpty() && before.part() == null)
            || (definite && before.part() == null);
    if (pronoun) {
      reader.changes.meansOne();
    }
    return pronoun;
  }

  /// "Half pepperoni half mushrooms": both are taken, and how they lie is noted.
  private int half(int t) {
    int other = -1;
    int end = t + 1;
    while (end < pieces.size() && end < t + 9 && pieces.get(end).gap() != Word.Gap.LINE) {
      boolean number = pieces.get(end).is(Part.NUMBER);
      if (number && pieces.get(end).number() == pieces.get(t).number()) {
        other = end;
      } else if (pieces.get(end).part() != null && !pieces.get(end).is(Part.AND)) {
        break;
      }
      end++;
    }
    Draft draft = reader.current;
    if (other > 0 && reader.open == null && draft != null) {
      draft.notes.add(reader.said(t, end));
      reader.listing = true;
    }
    return t + 1;
  }

  /// "Two margheritas, not one".
  private boolean isDenied(int t) {
    return t > 0
        && pieces.get(t - 1).said().equals("not")
        && (t + 1 >= pieces.size() || pieces.get(t + 1).gap() != Word.Gap.SPACE);
  }

  static boolean isArticle(EnglishPiece piece) {
    return piece.said().equals("a") || piece.said().equals("an");
  }

  /// "8 30", "9 pm", "5 minutes", "20 sar".
  private boolean isClock(int t) {
    if (t + 1 >= pieces.size()) {
      return false;
    }
    return switch (pieces.get(t + 1).said()) {
      case "pm",
          "am",
          "minutes",
          "minute",
          "mins",
          "min",
          "oclock",
          "hours",
          "hour",
          "sar",
          "riyal",
          "riyals",
          "dollars",
          "percent" ->
          true;
      default -> false;
    };
  }

  /// "Um ali x2", "hawaiian 2": the number stands behind its dish.
  private boolean isTrailing(int t) {
    if (reader.current == null
        || reader.open != null
        || t == 0
        || reader.current.quantity != null) {
      return false;
    }
    EnglishPiece before = pieces.get(t - 1);
    boolean times = before.is(Part.X);
    if (!times
        && (reader.boundary || pieces.get(t).gap() != Word.Gap.SPACE || isArticle(pieces.get(t)))) {
      return false;
    }
    int next = t + 1;
    while (next < pieces.size()
        && pieces.get(next).gap() == Word.Gap.SPACE
        && (pieces.get(next).is(Part.SKIP)
            || pieces.get(next).is(Part.UNIT)
            || pieces.get(next).is(Part.X))) {
      next++;
    }
    boolean ends =
        next >= pieces.size()
            || pieces.get(next).gap() != Word.Gap.SPACE
            || pieces.get(next).is(Part.AND)
            || pieces.get(next).is(Part.WITHOUT)
            || pieces.get(next).is(Part.WITH);
    boolean afterItem = reader.current.from >= 0 && reader.lastEnd == t;
    return times
        || (ends
            && afterItem
            && !reader.listing
            && reader.heads.head(t + 1) < 0
            && book.drafts.contains(reader.current));
  }

  /// "With two pumps of vanilla", "and a boiled egg": the number counts an option; which one.
  private int countedOption(int t) {
    Draft draft = reader.current;
    if (draft == null || reader.open != null || !reader.listing) {
      return -1;
    }
    int next = t + 1;
    while (next < pieces.size() && isFiller(pieces.get(next))) {
      next++;
    }
    if (next >= pieces.size() || !pieces.get(next).isOption()) {
      return -1;
    }
    EnglishPiece piece = pieces.get(next);
    EnglishOptions.Choice choice = book.choice(draft.items, piece.key());
    if (choice == null
        || choice.group().max() == 1
        || reader.portions.remaining() >= pieces.get(t).number()) {
      return -1;
    }
    int head = reader.heads.head(t + 1);
    return head < 0 || (head == next && (piece.items().isEmpty() || reader.direct)) ? next : -1;
  }

  private static boolean isFiller(EnglishPiece piece) {
    return piece.is(Part.UNIT) || piece.is(Part.OF) || piece.is(Part.EXTRA) || piece.is(Part.SKIP);
  }

  /// "The first one double": a dish by its place.
  private @Nullable Draft ordinal(String said) {
    int place =
        said.contains("first") ? 0 : said.contains("second") ? 1 : said.contains("third") ? 2 : -1;
    if (place < 0 || reader.portions.hasPortions()) {
      return null;
    }
    List<Draft> all = book.drafts.stream().filter(draft -> draft.wish == Draft.Wish.ADD).toList();
    if (all.size() > place && all.size() > 1) {
      return all.get(place);
    }
    var lines = book.turn.cart().lines();
    return all.isEmpty() && lines.size() > place ? book.about(lines.get(place)) : null;
  }

  int other(int t, EnglishPiece piece) {
    String said = piece.said();
    Draft meant = ordinal(said);
    if (meant != null) {
      reader.close();
      reader.current = meant;
      return t + 1 < pieces.size() && pieces.get(t + 1).said().equals("one") ? t + 2 : t + 1;
    }
    if (reader.heads.head(t + 1) >= 0 && pieces.get(t + 1).gap() == Word.Gap.SPACE) {
      return t + 1;
    }
    reader.close();
    boolean rest = said.contains("rest") || said.contains("others") || said.contains("remaining");
    reader.open =
        new EnglishPhrase(
            rest ? reader.portions.rest() : said.contains("two") ? 2 : 1, piece.from());
    return t + 1 < pieces.size() && pieces.get(t + 1).said().equals("one") ? t + 2 : t + 1;
  }
}
