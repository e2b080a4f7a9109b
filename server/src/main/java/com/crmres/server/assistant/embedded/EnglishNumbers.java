package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.menu.MenuItem;
import java.util.List;
import java.util.Set;

/// Gives English numbers to what they count: dishes, portions, toppings, or nothing.
final class EnglishNumbers {

  /// What stands behind a number that is a time or an amount.
  private static final Set<String> CLOCK =
      Set.of(
          "pm", "am", "minutes", "minute", "mins", "min", "oclock", "hours", "hour", "sar", "riyal",
          "riyals", "dollars", "percent");

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishHeads heads;
  private final EnglishPortions portions;
  private final EnglishChange change;
  private final EnglishRecounts recounts;
  private final EnglishReplacements replacements;
  private final EnglishPieceSizes sizes;
  private final EnglishSome some;
  private final EnglishTrailingNumbers trailing;

  EnglishNumbers(
      EnglishBook book,
      EnglishSentence text,
      EnglishNotepad pad,
      EnglishHeads heads,
      EnglishPortions portions,
      EnglishChange change,
      EnglishRecounts recounts,
      EnglishReplacements replacements) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.heads = heads;
    this.portions = portions;
    this.change = change;
    this.recounts = recounts;
    this.replacements = replacements;
    this.sizes = new EnglishPieceSizes(book.choices);
    this.some = new EnglishSome(book, text, portions, change);
    this.trailing = new EnglishTrailingNumbers(book, text, pad, heads, sizes);
  }

  /// At a number: where the reading goes on.
  int number(int t) {
    double value = text.at(t).number();
    if (value != Math.rint(value)) {
      if (!answersSize(t)) {
        half(t);
      }
      return t + 1;
    }
    int count = (int) value;
    int behind = some.read(t, count);
    if (behind > t) {
      return behind;
    }
    if (countsNothing(t) || recounts.takesNumber(t, count) || trailing.takes(t, count)) {
      return t + 1;
    }
    int option = countedOption(t);
    if (option < 0) {
      count(t, count);
      return t + 1;
    }
    if (count > 1 && pad.current != null) {
      pad.current.notes.add(text.said(t, option + 1));
    }
    return option;
  }

  /// A time, an amount of money, a mere "one" or "a".
  private boolean countsNothing(int t) {
    boolean ofHalf = text.said(t - 1).equals("half") || text.said(t - 1).equals("quarter");
    return CLOCK.contains(text.said(t + 1))
        || text.said(t + 1).equals("of us")
        || isDenied(t)
        || (text.said(t).equals("one") && isPronoun(t))
        || (isArticle(text.at(t)) && ofHalf && pad.open != null && !pad.open.wishes.isEmpty());
  }

  /// "Two margheritas, not one".
  private boolean isDenied(int t) {
    boolean denied = text.said(t - 1).equals("not") && !text.runsOn(t + 1);
    if (denied) {
      replacements.instead();
    }
    return denied;
  }

  private void count(int t, int count) {
    if (isArticle(text.at(t)) && text.is(t - 1, Part.NUMBER)) {
      return;
    }
    if (pad.open != null && pad.open.number == null && pad.open.wishes.isEmpty()) {
      pad.open.number = count;
      return;
    }
    portions.close();
    String before = text.said(t - 1);
    EnglishPhrase phrase = pad.open(count, text.at(t).from());
    int head = text.is(t + 1, Part.X) ? -1 : heads.head(t + 1);
    String size =
        head < 0 ? null : sizes.of(named(text.at(head), text.is(t + 1, Part.UNIT)), count);
    if (size != null) {
      phrase.number = null;
      phrase.wishes.add(new EnglishPhrase.Wish(text.at(t).asOption(size), Way.TAKE));
    }
    phrase.alike = text.said(t).equals("another");
    phrase.only =
        before.endsWith("only want")
            || (!pad.wanted && (before.equals("only") || before.equals("just")));
  }

  /// "6 pieces falafel" is the falafel that comes by pieces.
  private List<MenuItem> named(EnglishPiece piece, boolean pieces) {
    return pieces || piece.meant().size() == 1 ? piece.meant() : piece.items();
  }

  /// "A large one", "the meat one".
  private boolean isPronoun(int t) {
    if (t == 0 || !text.runsOn(t)) {
      return false;
    }
    Integer counted = pad.open == null ? null : pad.open.number;
    if (counted != null && (counted > 1 || text.isOnlyOption(t + 1))) {
      return false;
    }
    boolean named = text.at(t - 1).part() == null;
    boolean chosen = pad.open != null && !pad.open.wishes.isEmpty();
    boolean alone = isArticle(text, t - 2) && heads.head(t + 1) < 0;
    boolean pronoun = isSizeAlone(t) || (named && (chosen || alone || text.is(t - 2, Part.THE)));
    if (pronoun) {
      change.meansOne();
    }
    return pronoun;
  }

  private boolean isSizeAlone(int t) {
    return text.isOnlyOption(t - 1)
        && book.menu.isSize(text.at(t - 1).key())
        && (!text.has(t + 1) || text.at(t + 1).part() != null);
  }

  /// "Half is enough", asked by which weight.
  private boolean answersSize(int t) {
    boolean asked = book.turn.pending() instanceof PendingQuestion.ChooseOption;
    Draft focus = asked && book.drafts.isEmpty() ? book.focus() : null;
    EnglishPiece half = text.at(t).asOption(text.at(t).key());
    boolean fits = focus != null && book.choices.fits(focus, half);
    if (focus != null && fits) {
      book.choices.take(focus, half, Way.TAKE);
    }
    return fits;
  }

  /// "Half pepperoni half mushrooms": both are taken, and how they lie is noted.
  private void half(int t) {
    boolean other = false;
    int end = t + 1;
    for (; text.goesOn(end) && end < t + 9; end++) {
      if (text.is(end, Part.NUMBER) && text.at(end).number() == text.at(t).number()) {
        other = true;
      } else if (text.at(end).part() != null && !text.is(end, Part.AND)) {
        break;
      }
    }
    Draft draft = pad.current;
    if (other && pad.open == null && draft != null) {
      draft.notes.add(text.said(t, end));
      pad.listing = true;
    }
  }

  static boolean isArticle(EnglishPiece piece) {
    return piece.said().equals("a") || piece.said().equals("an");
  }

  static boolean isArticle(EnglishSentence text, int t) {
    return text.has(t) && isArticle(text.at(t));
  }

  /// "With two pumps of vanilla", "and a boiled egg": the number counts an option; which one.
  private int countedOption(int t) {
    Draft draft = pad.current;
    if (draft == null || pad.open != null || !pad.listing) {
      return -1;
    }
    int next = text.behind(t + 1, Part.UNIT, Part.OF, Part.EXTRA, Part.SKIP);
    if (!text.isOption(next) || !isCountable(draft, text.at(next), text.at(t).number())) {
      return -1;
    }
    int head = heads.head(t + 1);
    boolean dish = head >= 0 && (head != next || !(text.at(next).items().isEmpty() || pad.direct));
    return dish ? -1 : next;
  }

  private boolean isCountable(Draft draft, EnglishPiece piece, double number) {
    EnglishOptions.Choice choice = book.choices.choice(draft.items, piece.key());
    return choice != null && choice.group().max() != 1 && portions.remaining() < number;
  }
}
