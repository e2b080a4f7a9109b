package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.embedded.EnglishChange.Mode;
import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartLine;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives English numbers to what they count: dishes, portions, toppings, or nothing.
final class EnglishNumbers {

  /// What stands behind a number that is a time or an amount.
  private static final Set<String> CLOCK =
      Set.of(
          "pm", "am", "minutes", "minute", "mins", "min", "oclock", "hours", "hour", "sar", "riyal",
          "riyals", "dollars", "percent");

  private static final List<String> ORDINALS = List.of("first", "second", "third");

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishHeads heads;
  private final EnglishPortions portions;
  private final EnglishChange change;
  private final EnglishRecounts recounts;
  private final EnglishReplacements replacements;
  private final EnglishPieceSizes sizes;

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
    int behind = ofOrdered(t, count);
    if (behind > t) {
      return behind;
    }
    if (countsNothing(t) || recounts.takesNumber(t, count) || counted(t, count)) {
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

  /// "One of the burgers without onion", of two in the cart; `t` if it is something else.
  private int ofOrdered(int t, int count) {
    if (isOfSeveral(t)) {
      Draft portion = portions.part(count);
      if (portion != null) {
        change.to = text.is(t + 1, Part.TO);
        change.about(portion);
        return t + 1;
      }
    }
    int item = text.is(t + 1, Part.OF) ? text.behind(t + 2, Part.THE) : t;
    boolean definite = item > t + 2 && text.isItem(item) && change.mode != Mode.REMOVE;
    Draft ordered = definite ? book.ofCart(text.at(item)) : null;
    Draft portion = ordered == null ? null : portions.partOf(ordered, count);
    if (portion == null) {
      return t;
    }
    change.to = change.mode != Mode.NONE || EnglishReferences.becomes(text.said(item + 1));
    change.about(portion);
    return item + 1;
  }

  /// "Make one spicy", "change one to beef", of two in the cart.
  private boolean isOfSeveral(int t) {
    return (change.mode == Mode.CHANGE || change.mode == Mode.CHANGED)
        && book.drafts.stream().noneMatch(draft -> draft.wish == Draft.Wish.ADD)
        && !change.to
        && (text.isOnlyOption(t + 1) || text.is(t + 1, Part.TO));
  }

  /// A time, an amount of money, a mere "one" or "a".
  private boolean countsNothing(int t) {
    boolean ofHalf = text.said(t - 1).equals("half") || text.said(t - 1).equals("quarter");
    return CLOCK.contains(text.said(t + 1))
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

  /// The dish that was named before its number has it now.
  private boolean counted(int t, int count) {
    Draft draft = pad.current;
    if (draft == null || !isTrailing(t, draft)) {
      return false;
    }
    String size = sizes.of(draft.items, count);
    if (size == null || text.is(t - 1, Part.X)) {
      draft.quantity = count;
    } else {
      book.choices.take(draft, text.at(t).asOption(size), Way.TAKE);
    }
    return true;
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
        head < 0 || text.said(t).endsWith("dozen") ? null : sizes.of(named(text.at(head)), count);
    if (size != null) {
      phrase.number = null;
      phrase.wishes.add(new EnglishPhrase.Wish(text.at(t).asOption(size), Way.TAKE));
    }
    phrase.alike = text.said(t).equals("another");
    phrase.only =
        before.endsWith("only want")
            || (!pad.wanted && (before.equals("only") || before.equals("just")));
  }

  private static List<MenuItem> named(EnglishPiece piece) {
    return piece.meant().size() == 1 ? piece.meant() : piece.items();
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
    boolean pronoun = isSizeAlone(t) || (named && (chosen || text.is(t - 2, Part.THE)));
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

  /// "Um ali x2", "hawaiian 2": the number stands behind its dish.
  private boolean isTrailing(int t, Draft draft) {
    if (pad.open != null || draft.quantity != null) {
      return false;
    }
    return text.is(t - 1, Part.X)
        || (text.runsOn(t) && !isArticle(text.at(t)) && endsDish(t, draft));
  }

  private boolean endsDish(int t, Draft draft) {
    return t > 0
        && !pad.boundary
        && !pad.listing
        && draft.from >= 0
        && pad.lastEnd == t
        && (endsPhrase(t + 1) || endsInOptions(t + 1, draft))
        && (!text.runsOn(t + 1) || heads.head(t + 1) < 0)
        && book.drafts.contains(draft);
  }

  /// "Macaroni 2 tray", "mushroom soup one large"; not "pepperoni one large and one small".
  private boolean endsInOptions(int t, Draft draft) {
    int next = t;
    while (text.runsOn(next)
        && text.isOnlyOption(next)
        && book.choices.fits(draft, text.at(next))) {
      next++;
    }
    int portion = text.is(next, Part.AND) ? next + 1 : next;
    boolean another = text.is(portion, Part.NUMBER) && heads.head(portion + 1) < 0;
    return next > t && !another && (!text.runsOn(next) || text.is(next, Part.AND, Part.SKIP));
  }

  private boolean endsPhrase(int t) {
    int next = t;
    while (text.runsOn(next) && text.is(next, Part.SKIP, Part.UNIT, Part.X)) {
      next++;
    }
    return !text.runsOn(next) || text.is(next, Part.AND, Part.WITHOUT, Part.WITH);
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

  /// "The first one double": a dish by its place.
  private @Nullable Draft ordinal(String said) {
    int place = place(said);
    if (place < 0 || portions.hasPortions() || portions.remaining() > 0) {
      return null;
    }
    List<Draft> all = book.drafts.stream().filter(draft -> draft.wish == Draft.Wish.ADD).toList();
    if (all.size() > place && all.size() > 1) {
      return all.get(place);
    }
    return all.isEmpty() ? ofCart(place) : null;
  }

  /// "The second one", of two lines, or of one line of two.
  private @Nullable Draft ofCart(int place) {
    List<CartLine> lines = book.turn.cart().lines();
    Draft line = lines.size() > place ? book.about(lines.get(place)) : null;
    if (line != null || lines.size() != 1 || lines.getFirst().quantity() <= place) {
      return line;
    }
    Draft ordered = book.about(lines.getFirst());
    return ordered == null ? null : portions.partOf(ordered, 1);
  }

  private static int place(String said) {
    for (int place = 0; place < ORDINALS.size(); place++) {
      if (said.contains(ORDINALS.get(place))) {
        return place;
      }
    }
    return -1;
  }

  /// At "the other", "the rest", "the first": where the reading goes on.
  int other(int t) {
    String said = text.said(t);
    Draft meant = ordinal(said);
    if (meant != null) {
      portions.close();
      pad.current = meant;
    } else if (heads.head(t + 1) >= 0 && text.runsOn(t + 1)) {
      return t + 1;
    } else {
      portions.close();
      pad.open = new EnglishPhrase(others(said), text.at(t).from());
    }
    return text.said(t + 1).equals("one") ? t + 2 : t + 1;
  }

  private int others(String said) {
    if (said.contains("rest") || said.contains("others") || said.contains("remaining")) {
      return portions.rest();
    }
    return said.contains("two") ? 2 : 1;
  }
}
