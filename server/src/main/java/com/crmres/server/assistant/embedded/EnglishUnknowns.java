package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Word;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides what words that the menu does not have are: a dish it lacks, a wish, or talk.
final class EnglishUnknowns {

  /// Words that make another dish of one.
  private static final Set<String> DISTINCT =
      Set.of(
          "diet",
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
          "gluten free");

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishPersons persons;
  private final Lexicon lexicon;

  EnglishUnknowns(
      EnglishBook book,
      EnglishSentence text,
      EnglishNotepad pad,
      EnglishPersons persons,
      Lexicon lexicon) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.persons = persons;
    this.lexicon = lexicon;
  }

  /// Where the reading goes on behind words that the menu does not have.
  int unknown(int t) {
    EnglishPhrase open = pad.open;
    if (open != null && open.number != null && EnglishWords.isServedSo(text.said(t)) && ends(t)) {
      open.wishes.add(new EnglishPhrase.Wish(text.at(t).asOption(text.at(t).key()), Way.TAKE));
      return t + 1;
    }
    int end = t + 1;
    while (!text.is(t, Part.DISH) && text.runsOn(end) && isLacking(end)) {
      end++;
    }
    int person = Math.max(persons.wishesUnnamed(t, end), persons.before(t, end));
    if (person > t) {
      return person;
    }
    if (text.runsOn(end) && text.isItem(end) && !pad.listing) {
      return beforeDish(t, end);
    }
    if (!isLeftOut(t, end) && !isNoted(t, end) && lacks(t, end)) {
      return behindItsOptions(end);
    }
    return end;
  }

  /// "Two without sugar and one normal": no dish follows.
  private boolean ends(int t) {
    return !text.runsOn(t + 1) || text.at(t + 1).part() != null;
  }

  /// "A hot dog with mustard": what is said of it is said of nothing that we have.
  private int behindItsOptions(int t) {
    int end = t;
    int next = t;
    while (text.runsOn(next)
        && (text.isOnlyOption(next)
            || (next == end && text.is(next, Part.WITH, Part.WITHOUT, Part.EXTRA, Part.AND)))) {
      end = text.isOnlyOption(next) ? next + 1 : end;
      next++;
    }
    return end;
  }

  /// "Vegan burger": another dish than the one whose name follows, if the words tell dishes apart.
  private int beforeDish(int t, int end) {
    EnglishPiece next = text.at(end);
    boolean vague = next.items().isEmpty() && !isTalk(t, end);
    if (!isFood(t, end) && !vague && !DISTINCT.contains(text.said(t, end))) {
      return end;
    }
    book.notOnMenu.add(text.said(t, end + 1));
    pad.open = null;
    pad.current = null;
    return end + 1;
  }

  /// "No truffle": what nobody knows can be left out as well.
  private boolean isLeftOut(int t, int end) {
    boolean without = pad.way == Way.WITHOUT && pad.direct && pad.once == null && pad.open == null;
    Draft draft = without ? spokenOf(t, end) : null;
    if (draft == null) {
      return false;
    }
    book.choices.take(draft, text.at(t), Way.WITHOUT);
    pad.direct = false;
    return true;
  }

  private @Nullable Draft spokenOf(int t, int end) {
    Draft draft = pad.current != null ? pad.current : book.lineNamed("no" + text.at(t).key());
    boolean ofCart = draft == null && !book.turn.cart().isEmpty() && !isTalk(t, end);
    return ofCart ? book.focus() : draft;
  }

  private boolean isNoted(int t, int end) {
    boolean spokenOf = pad.current != null || pad.open != null;
    boolean listed = pad.listing && (pad.direct || pad.once != null || isListed(t));
    if (!spokenOf || !(listed || pad.once != null)) {
      return false;
    }
    if (!(text.runsOn(end) && text.isOption(end))) {
      note(text.said(t, end));
    }
    pad.direct = pad.direct && !listed;
    return true;
  }

  /// "Chicken noodle soup", where many dishes have chicken: what it is, is not on the menu. Behind
  /// its words, or `t`.
  int lackedKind(int t) {
    EnglishPiece piece = text.at(t);
    int end = t + 1;
    while (text.runsOn(end) && isLacking(end)) {
      end++;
    }
    boolean vague = piece.items().isEmpty() && end > t + 1 && !isTalk(t + 1, end);
    boolean strange = (piece.partly().size() > 1 || isMark(piece)) && !isEnglish(end - 1);
    if (!vague || !(strange || isFood(t + 1, end))) {
      return t;
    }
    book.notOnMenu.add(text.said(t, end));
    pad.open = null;
    pad.current = null;
    return end;
  }

  /// "Red", of red tea: what the dish is, is not said.
  private static boolean isMark(EnglishPiece piece) {
    List<String> said = EnglishWords.ofName(piece.said());
    return piece.partly().stream()
        .map(item -> EnglishWords.ofName(item.name().en()))
        .noneMatch(name -> name.isEmpty() || said.contains(name.getLast()));
  }

  private boolean lacks(int t, int end) {
    boolean lacks = isDishPlace(t, end);
    if (lacks) {
      book.notOnMenu.add(text.said(t, end));
      pad.open = null;
      pad.once = null;
    }
    return lacks;
  }

  private boolean isListed(int t) {
    return pad.boundary
        && text.at(t).gap() != Word.Gap.LINE
        && (pad.open == null || pad.open.listing);
  }

  private void note(String phrase) {
    Way how = pad.once != null ? pad.once : pad.way;
    pad.once = null;
    String note =
        switch (how) {
          case TAKE -> phrase;
          case EXTRA -> "extra " + phrase;
          case LIGHT -> "light " + phrase;
          case WITHOUT -> Notes.WITHOUT + phrase;
        };
    Draft draft = pad.current;
    if (pad.open != null) {
      pad.open.notes.add(note);
    } else if (draft != null) {
      draft.notes.add(note);
    }
  }

  /// A dish may stand behind a number, a verb, or in a list of dishes.
  private boolean isDishPlace(int t, int end) {
    if (end - t > 4 || pad.way == Way.WITHOUT) {
      return false;
    }
    if (isTalk(t, end) || book.menu.isCategory(text.said(t, end))) {
      return false;
    }
    boolean counted =
        pad.open != null
            && pad.open.number != null
            && (pad.open.wishes.isEmpty() || text.is(t - 1, Part.OF));
    boolean chosen =
        pad.open != null
            && !pad.open.wishes.isEmpty()
            && !pad.open.listing
            && text.isOption(t - 1)
            && text.runsOn(t)
            && (isFood(t, end) || !isEnglish(end - 1));
    boolean afterVerb = pad.wanted && t > 0 && (pad.boundary || text.is(t - 1, Part.SKIP));
    return counted
        || chosen
        || ((afterVerb || pad.boundary) && (isFood(t, end) || (afterVerb && pad.lastEnd == t)));
  }

  /// Words that have a meaning which is no food.
  private boolean isTalk(int t, int end) {
    for (int i = t; i < end; i++) {
      if (text.is(i, Part.DISH)) {
        continue;
      }
      var meanings = lexicon.of(text.at(i).said());
      if (!meanings.isEmpty()
          && meanings.stream().noneMatch(meaning -> meaning.kind().equals("food"))) {
        return true;
      }
    }
    return false;
  }

  boolean isFood(int t, int end) {
    for (int i = t; i < end; i++) {
      if (text.is(i, Part.DISH)) {
        return true;
      }
      for (String word : text.said(i).split(" ", -1)) {
        if (isFood(word) || isFood(EnglishWords.fold(word))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isLacking(int t) {
    return text.at(t).isUnknown() || text.is(t, Part.DISH);
  }

  /// Whether the words at `t` are common ones that name no dish.
  private boolean isEnglish(int t) {
    return book.menu.spelling().isEnglish(text.said(t));
  }

  private boolean isFood(String word) {
    return lexicon.of(word).stream().anyMatch(meaning -> meaning.kind().equals("food"));
  }
}
