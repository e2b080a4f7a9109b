package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import com.crmres.server.assistant.embedded.EnglishEffects.Option;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.assistant.embedded.EnglishReferring.Found;
import java.util.List;
import java.util.Set;

/// The parts of which clauses consist that say what becomes of something.
final class EnglishClauses {

  private static final Set<String> BECOMES =
      Set.of(
          "be",
          "become",
          "becomes",
          "go",
          "goes",
          "back",
          "up",
          "down",
          "get",
          "gets",
          "comes",
          "come",
          "can be",
          "should",
          "into",
          "now",
          "to be",
          "should be",
          "must be",
          "has to be",
          "needs to be",
          "is supposed to be",
          "will be",
          "wants",
          "needs",
          "need",
          "change",
          "changed",
          "should have been",
          "shouldve been",
          "supposed to be",
          "was supposed to be",
          "are supposed to be");

  private static final Set<String> ONLY =
      Set.of("only", "just", "altogether", "in total", "in all", "all together", "total");

  private final EnglishBook book;
  private final EnglishSentence text;

  EnglishClauses(EnglishBook book, EnglishSentence text) {
    this.book = book;
    this.text = text;
  }

  /// Whether a clause ends here.
  boolean ends(int t) {
    int next = t;
    while (text.runsOn(next) && text.is(next, Part.SKIP, Part.THE)) {
      next++;
    }
    return !text.runsOn(next)
        || text.is(next, Part.AND, Part.BUT, Part.ACTUALLY, Part.VERB, Part.CHANGE, Part.MAKE)
        || text.is(next, Part.REMOVE, Part.ADD, Part.KEEP, Part.DONE, Part.ASK)
        || text.is(next, Part.INSTEAD, Part.OTHER, Part.STAY);
  }

  int behindSkips(int t) {
    int next = t;
    while (text.runsOn(next) && text.is(next, Part.SKIP)) {
      next++;
    }
    return next;
  }

  int behind(int t, Part... parts) {
    int next = t;
    while (next == t || (text.runsOn(next) && text.is(next, parts))) {
      next++;
    }
    return next;
  }

  /// Whether it is more than courtesy.
  boolean tellsBecoming(int t) {
    return !text.is(t, Part.SKIP) || BECOMES.contains(text.said(t));
  }

  boolean isBecoming(int t) {
    return text.is(t, Part.SKIP, Part.TO, Part.MAKE, Part.X)
        || (text.said(t).equals("make") && text.is(t + 1, Part.SKIP))
        || BECOMES.contains(text.said(t));
  }

  /// Reads options of what was found; where they end, `t` if there are none.
  int options(Found found, int t, List<Option> options) {
    Way way = Way.TAKE;
    int end = t;
    for (int next = t; next == t ? text.has(next) : text.runsOn(next); next++) {
      if (text.is(next, Part.WITHOUT, Part.EXTRA, Part.LIGHT)) {
        way = way(next);
      } else if (text.is(next, Part.WITH, Part.ADD)) {
        way = Way.TAKE;
      } else if (text.isOption(next) && concerns(found, text.at(next), way)) {
        options.add(new Option(text.at(next), way));
        way = way == Way.WITHOUT ? way : Way.TAKE;
        end = next + 1;
      } else if (isFraction(next) && concerns(found, asOption(next), way)) {
        options.add(new Option(asOption(next), way));
        end = next + 1;
      } else if (!text.is(next, Part.AND, Part.OR, Part.SKIP, Part.THE) && !isArticle(next)) {
        break;
      }
    }
    return end;
  }

  int optionsOfDish(EnglishPiece dish, int t, List<Option> options) {
    EnglishOrdered another = new EnglishOrdered(dish.meant(), null, null);
    Found found = new Found(t, List.of(another), 0, false, true);
    return text.runsOn(t) ? options(found, t, options) : t;
  }

  /// "Half", where that is a size.
  private boolean isFraction(int t) {
    return text.is(t, Part.NUMBER) && text.at(t).number() < 1 && text.at(t).number() > 0;
  }

  private EnglishPiece asOption(int t) {
    return text.at(t).asOption(text.at(t).key());
  }

  private boolean isArticle(int t) {
    return text.has(t) && EnglishNumbers.isArticle(text.at(t));
  }

  private Way way(int t) {
    return text.is(t, Part.WITHOUT) ? Way.WITHOUT : text.is(t, Part.EXTRA) ? Way.EXTRA : Way.LIGHT;
  }

  private boolean concerns(Found found, EnglishPiece piece, Way way) {
    return found.all().stream()
        .anyMatch(one ->
            one.canHave(book, piece)
                || (book.choices.removal(one.items(), piece.key()) != null)
                || (way == Way.TAKE && EnglishWords.isServedSo(piece.key())));
  }

  boolean isOnly(int t) {
    return text.runsOn(t) && ONLY.contains(text.said(t));
  }
}
