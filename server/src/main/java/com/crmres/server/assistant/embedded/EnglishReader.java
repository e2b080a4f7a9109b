package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The grammar of English orders: number, size and dish, then what it comes with and without.
final class EnglishReader {

  private final EnglishBook book;
  private final List<EnglishPiece> pieces;
  private final Lexicon lexicon;
  private final EnglishPortions portions;
  private final EnglishChanges changes;
  private final EnglishPersons persons;

  /// What is being listed of the dish spoken of.
  private EnglishBook.Way way = EnglishBook.Way.TAKE;

  private boolean listing;
  private boolean direct;
  boolean wanted;
  private EnglishBook.@Nullable Way once;
  @Nullable EnglishPhrase open;
  @Nullable Draft current;
  boolean boundary = true;
  private boolean question;
  boolean everything;
  private int lastEnd;

  EnglishReader(EnglishBook book, List<EnglishPiece> pieces, Lexicon lexicon) {
    this.book = book;
    this.pieces = pieces;
    this.lexicon = lexicon;
    this.portions = new EnglishPortions(book, this);
    this.changes = new EnglishChanges(book, pieces, this);
    this.persons = new EnglishPersons(book, pieces, this);
  }

  OrderReader.Order read(List<Tag> tags) {
    for (int t = 0; t < pieces.size(); ) {
      EnglishPiece piece = pieces.get(t);
      if (t > 0 && piece.gap() == Word.Gap.LINE) {
        endSentence();
      } else if (piece.gap() == Word.Gap.COMMA) {
        boundary = true;
        changes.endClause();
      }
      if (t > 0 && piece.colon() && current != null && open == null) {
        portions.head(current);
        with(t);
      }
      if (tellsOfThePast(t)) {
        t = endOfSentence(t);
        continue;
      }
      int next = read(t, piece);
      t = Math.max(t + 1, next);
    }
    endSentence();
    portions.inferAll();
    persons.settle();
    book.drafts.removeIf(draft ->
        draft.wish == Draft.Wish.CHANGE && !draft.changesSomething());
    return new OrderReader.Order(
        List.copyOf(book.drafts), List.copyOf(book.notOnMenu), understood(tags), names(tags));
  }

  /// "Hot sauce" and "gluten free crust" say nothing of heat or health.
  private Set<Integer> names(List<Tag> tags) {
    Set<Integer> names = new LinkedHashSet<>();
    for (int t = 0; t < tags.size(); t++) {
      Tag tag = tags.get(t);
      boolean inside =
          tag.mention() == null
              && pieces.stream()
                  .anyMatch(piece ->
                      piece.part() == null
                          && !piece.isUnknown()
                          && piece.from() <= tag.from()
                          && piece.to() >= tag.to());
      if (inside) {
        names.add(t);
      }
    }
    return names;
  }

  /// "I had three burgers yesterday": nothing of it is wanted.
  private boolean tellsOfThePast(int t) {
    boolean begins = t == 0 || pieces.get(t).gap() == Word.Gap.LINE;
    if (!begins) {
      return false;
    }
    String sentence = " " + said(t, endOfSentence(t)) + " ";
    return (sentence.contains(" i had ") || sentence.contains(" we had ")
            || sentence.contains(" i ordered ") || sentence.contains(" we ordered ")
            || sentence.startsWith(" last time "))
        && !sentence.contains(" same ");
  }

  private int endOfSentence(int t) {
    int end = t + 1;
    while (end < pieces.size() && pieces.get(end).gap() != Word.Gap.LINE) {
      end++;
    }
    return end;
  }

  private Set<Integer> understood(List<Tag> tags) {
    Set<Integer> understood = new LinkedHashSet<>();
    for (int t = 0; t < tags.size(); t++) {
      Tag tag = tags.get(t);
      boolean known =
          pieces.stream()
              .anyMatch(piece ->
                  piece.from() <= tag.from() && piece.to() > tag.from() && !piece.isUnknown());
      if (known) {
        understood.add(t);
      }
    }
    return understood;
  }

  private void endSentence() {
    close();
    boundary = true;
    listing = false;
    direct = false;
    wanted = false;
    once = null;
    question = false;
    everything = false;
    way = EnglishBook.Way.TAKE;
    persons.endSentence();
    changes.endSentence();
  }

  private int read(int t, EnglishPiece piece) {
    int next = readPiece(t, piece);
    boolean joins =
        piece.part() != null
            && switch (piece.part()) {
              case AND, OR, BUT -> true;
              default -> false;
            };
    boolean silent = piece.is(Part.SKIP) || piece.is(Part.THE);
    if (!silent) {
      boundary = joins || piece.is(Part.VERB) || piece.is(Part.ADD);
      lastEnd = Math.max(t + 1, next);
    }
    return next;
  }

  private int readPiece(int t, EnglishPiece piece) {
    Part part = piece.part();
    if (question && !(part == Part.VERB && wishes(t))) {
      return ask(t, piece);
    }
    if (part == null) {
      return word(t, piece);
    }
    if (part == Part.ON && t + 1 < pieces.size() && pieces.get(t + 1).isOption()
        && !pieces.get(t + 1).isItem()) {
      with(t);
      return t + 1;
    }
    int changed = changes.read(t, piece);
    if (changed > t) {
      return changed;
    }
    switch (part) {
      case WITH -> with(t);
      case WITHOUT -> without();
      case EXTRA, LIGHT -> {
        if (changes.expectsItem() || (way == EnglishBook.Way.WITHOUT && direct)) {
          return t + 1;
        }
        once = part == Part.EXTRA ? EnglishBook.Way.EXTRA : EnglishBook.Way.LIGHT;
        way = EnglishBook.Way.TAKE;
        listing = listing || (current != null && open == null);
      }
      case SIDE -> {}
      case CLEAR -> clear();
      case NOTE -> {
        if (current != null && open == null) {
          current.notes.add(piece.said());
        }
      }
      case NUMBER -> {
        return number(t, piece);
      }
      case OTHER -> {
        return other(t, piece);
      }
      case VERB, ADD -> verb(t, part);
      case ALL -> all(t);
      case ASK -> {
        question = true;
        close();
        return ask(t, piece);
      }
      case FORWHOM -> {
        return persons.read(t);
      }
      case PLACE -> {
        return place(t);
      }
      case THE -> {
        return persons.wishes(t);
      }
      case OF_THEM -> portions.ofThem();
      case AND, OR, BUT, SKIP, UNIT, OF, X, PRONOUN, REMOVE, CHANGE, MAKE, TO, ON, INSTEAD_OF,
          INSTEAD, ACTUALLY, SCRATCH, AGAIN, SAME, LESS, ONES, DONE -> {
        if (part == Part.BUT) {
          direct = false;
        }
      }
    }
    return t + 1;
  }

  /// A verb that begins a wish, behind a question in the same sentence.
  private boolean wishes(int t) {
    String said = pieces.get(t).said();
    return t > 0
        && (said.startsWith("i ") || said.startsWith("id ") || said.startsWith("ill ")
            || said.startsWith("can i") || said.startsWith("could i") || said.startsWith("let me")
            || said.startsWith("give me") || said.startsWith("get me"));
  }

  /// What follows is to be left out.
  void leaveOut() {
    close();
    way = EnglishBook.Way.WITHOUT;
    listing = true;
    direct = true;
  }

  private void with(int t) {
    if (open != null) {
      settleOpen(t);
    }
    if (open != null) {
      open.listing = true;
    }
    way = EnglishBook.Way.TAKE;
    listing = true;
    direct = true;
    once = null;
  }

  private void without() {
    if (open != null) {
      settleOpen(0);
    }
    if (open != null) {
      open.listing = true;
    }
    way = EnglishBook.Way.WITHOUT;
    listing = true;
    direct = true;
    once = null;
  }

  private void verb(int t, Part part) {
    if (part == Part.ADD) {
      way = EnglishBook.Way.TAKE;
      once = null;
      direct = false;
      listing = current != null && !nextIsItem(t + 1);
      wanted = true;
      return;
    }
    close();
    persons.verb(pieces.get(t).said());
    question = false;
    wanted = true;
    way = EnglishBook.Way.TAKE;
    listing = false;
    direct = false;
  }

  private boolean nextIsItem(int t) {
    return t < pieces.size() && pieces.get(t).isItem() && !pieces.get(t).isOption();
  }

  /// "Sauce on the side": a wish for the dish before.
  private boolean isOnTheSide(int t) {
    return t + 1 < pieces.size()
        && pieces.get(t + 1).is(Part.SIDE)
        && open == null
        && current != null
        && (t == 0 || !pieces.get(t - 1).is(Part.NUMBER));
  }

  private int onTheSide(int t) {
    Draft draft = current;
    if (draft != null) {
      if (book.fits(draft, pieces.get(t))) {
        book.take(draft, pieces.get(t), EnglishBook.Way.TAKE);
      }
      draft.notes.add(said(t, t + 2));
    }
    return t + 2;
  }

  private void clear() {
    close();
    current = null;
    book.drafts.clear();
    book.turn.cart().lines().forEach(line -> {
      Draft draft = book.about(line);
      if (draft != null) {
        book.remove(draft);
      }
    });
  }

  private void all(int t) {
    Draft last = current;
    boolean behind = t > 0 && pieces.get(t - 1).isOption() && lastEnd == t && last != null
        && endsClause(t + 1);
    if (behind) {
      everyDraft().forEach(draft -> book.take(draft, pieces.get(t - 1), EnglishBook.Way.TAKE));
      return;
    }
    boolean afterWith = listing && direct;
    EnglishPiece piece = pieces.get(t);
    if (piece.said().startsWith("everything") && (afterWith || open != null)) {
      return;
    }
    boolean several =
        piece.said().startsWith("all")
            || current == null
            || current.quantity == null
            || current.quantity < 2;
    everything = several && book.drafts.size() + book.turn.cart().lines().size() > 1;
  }

  private boolean endsClause(int t) {
    return t >= pieces.size() || pieces.get(t).gap() != Word.Gap.SPACE || pieces.get(t).is(Part.SKIP)
        || pieces.get(t).is(Part.AND);
  }

  /// Ends the portion whose dish was not named: it is of the dish before, or waits for one.
  void close() {
    EnglishPhrase phrase = open;
    open = null;
    if (phrase != null) {
      Draft portion = portions.close(phrase, current);
      if (portion != null) {
        current = portion;
      }
    }
    listing = false;
    direct = false;
    once = null;
    way = EnglishBook.Way.TAKE;
  }

  /// At "with" it is plain that no dish will be named before its toppings.
  private void settleOpen(int t) {
    EnglishPhrase phrase = open;
    if (phrase == null) {
      return;
    }
    Draft portion = portions.settle(phrase, current);
    if (portion != null) {
      open = null;
      current = portion;
    }
  }

  // Numbers

  private int number(int t, EnglishPiece piece) {
    double value = piece.number();
    if (value != Math.rint(value)) {
      return half(t);
    }
    int count = (int) value;
    if (isClock(t)) {
      return t + 1;
    }
    if (count == 1 && piece.said().equals("one") && isPronoun(t)) {
      return t + 1;
    }
    if (isArticle(piece) && open != null && !open.wishes.isEmpty()
        && (pieces.get(t - 1).said().equals("half") || pieces.get(t - 1).said().equals("quarter"))) {
      return t + 1;
    }
    if (changes.takesNumber(t, count)) {
      return t + 1;
    }
    if (isTrailing(t)) {
      Draft draft = current;
      if (draft != null) {
        draft.quantity = count;
      }
      return t + 1;
    }
    int option = countedOption(t);
    if (option >= 0) {
      if (count > 1 && current != null) {
        current.notes.add(said(t, option + 1));
      }
      return option;
    }
    if (isArticle(piece) && t > 0 && pieces.get(t - 1).is(Part.NUMBER)) {
      return t + 1;
    }
    if (open != null && open.number == null && open.wishes.isEmpty()) {
      open.number = count;
      return t + 1;
    }
    close();
    open = new EnglishPhrase(count, piece.from());
    open.person = persons.pending();
    open.only = t > 0 && !wanted
        && (pieces.get(t - 1).said().equals("only") || pieces.get(t - 1).said().equals("just"));
    return t + 1;
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
    Draft draft = current;
    if (other > 0 && open == null && draft != null) {
      draft.notes.add(said(t, end));
      listing = true;
    }
    return t + 1;
  }

  /// "A large one", "the meat one".
  private boolean isPronoun(int t) {
    if (t == 0 || pieces.get(t).gap() != Word.Gap.SPACE) {
      return false;
    }
    EnglishPiece before = pieces.get(t - 1);
    boolean definite = t > 1 && pieces.get(t - 2).is(Part.THE);
    boolean size = before.isOption() && !before.isItem() && book.menu.isSize(before.key())
        && (t + 1 >= pieces.size() || pieces.get(t + 1).part() != null);
    boolean pronoun =
        size
            || (open != null && !open.wishes.isEmpty() && before.part() == null)
            || (definite && before.part() == null);
    if (pronoun) {
      changes.meansOne();
    }
    return pronoun;
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
      case "pm", "am", "minutes", "minute", "mins", "min", "oclock", "hours", "hour", "sar",
          "riyal", "riyals", "dollars", "percent" ->
          true;
      default -> false;
    };
  }

  /// "Um ali x2", "hawaiian 2": the number stands behind its dish.
  private boolean isTrailing(int t) {
    if (current == null || open != null || t == 0 || current.quantity != null) {
      return false;
    }
    EnglishPiece before = pieces.get(t - 1);
    boolean times = before.is(Part.X);
    if (!times && (boundary || pieces.get(t).gap() != Word.Gap.SPACE || isArticle(pieces.get(t)))) {
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
    boolean afterItem = current.from >= 0 && lastEnd == t;
    return times || (ends && afterItem && !listing && head(t + 1) < 0 && book.drafts.contains(current));
  }

  /// "With two pumps of vanilla", "and a boiled egg": the number counts an option; which one.
  private int countedOption(int t) {
    Draft draft = current;
    if (draft == null || open != null || !listing) {
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
    if (choice == null || choice.group().max() == 1) {
      return -1;
    }
    int head = head(t + 1);
    return head < 0 || (head == next && (piece.items().isEmpty() || direct)) ? next : -1;
  }

  private static boolean isFiller(EnglishPiece piece) {
    return piece.is(Part.UNIT) || piece.is(Part.OF) || piece.is(Part.EXTRA) || piece.is(Part.SKIP);
  }

  /// "The first one double": a dish by its place.
  private @Nullable Draft ordinal(String said) {
    int place = said.contains("first") ? 0 : said.contains("second") ? 1 : said.contains("third") ? 2 : -1;
    if (place < 0 || portions.hasPortions()) {
      return null;
    }
    List<Draft> all =
        book.drafts.stream().filter(draft -> draft.wish == Draft.Wish.ADD).toList();
    if (all.size() > place && all.size() > 1) {
      return all.get(place);
    }
    var lines = book.turn.cart().lines();
    return all.isEmpty() && lines.size() > place ? book.about(lines.get(place)) : null;
  }

  private int other(int t, EnglishPiece piece) {
    String said = piece.said();
    Draft meant = ordinal(said);
    if (meant != null) {
      close();
      current = meant;
      return t + 1 < pieces.size() && pieces.get(t + 1).said().equals("one") ? t + 2 : t + 1;
    }
    if (head(t + 1) >= 0 && pieces.get(t + 1).gap() == Word.Gap.SPACE) {
      return t + 1;
    }
    close();
    boolean rest = said.contains("rest") || said.contains("others") || said.contains("remaining");
    open = new EnglishPhrase(rest ? portions.rest() : said.contains("two") ? 2 : 1, piece.from());
    return t + 1 < pieces.size() && pieces.get(t + 1).said().equals("one") ? t + 2 : t + 1;
  }

  // Dishes and options

  private int word(int t, EnglishPiece piece) {
    if (isOnTheSide(t)) {
      return onTheSide(t);
    }
    if (toSome(t)) {
      Draft portion = portions.part((int) pieces.get(t + 2).number());
      if (portion != null) {
        book.take(portion, piece, way);
        current = portion;
        return t + 4;
      }
    }
    if (piece.isOption() && toAll(t)) {
      EnglishBook.Way how = way;
      everyDraft().forEach(draft -> book.take(draft, piece, how));
      return t + 1;
    }
    Draft without = current == null ? book.lineWithout(piece) : null;
    if (without != null && way == EnglishBook.Way.TAKE && piece.items().isEmpty()) {
      book.take(without, piece, EnglishBook.Way.TAKE);
      return t + 1;
    }
    if (once == EnglishBook.Way.EXTRA && current != null && open == null && piece.isItem()
        && piece.items().isEmpty() && !book.fits(current, piece)) {
      return unknown(t);
    }
    if (piece.isOption() && isOptionHere(t, piece)) {
      return option(t, piece);
    }
    if (piece.isItem()) {
      return item(t, piece);
    }
    if (piece.isOption()) {
      return option(t, piece);
    }
    return unknown(t);
  }

  /// "No cheese on one of them".
  private boolean toSome(int t) {
    return t + 3 < pieces.size()
        && (pieces.get(t + 1).is(Part.ON) || pieces.get(t + 1).is(Part.TO))
        && pieces.get(t + 2).is(Part.NUMBER)
        && pieces.get(t + 3).is(Part.OF_THEM);
  }

  /// "Add cheese to both".
  private boolean toAll(int t) {
    return t + 2 < pieces.size()
        && (pieces.get(t + 1).is(Part.TO) || pieces.get(t + 1).is(Part.ON))
        && pieces.get(t + 2).is(Part.ALL);
  }

  /// Of words that name a dish and an option alike: which is meant.
  private boolean isOptionHere(int t, EnglishPiece piece) {
    if (!piece.isItem() || changes.targetAhead(t, piece) != null) {
      return true;
    }
    if (changes.expectsItem()) {
      return false;
    }
    int head = head(t);
    if (head > t) {
      return true;
    }
    if (open != null) {
      return open.listing;
    }
    boolean instead = t + 1 < pieces.size()
        && (pieces.get(t + 1).is(Part.INSTEAD_OF) || pieces.get(t + 1).is(Part.INSTEAD));
    if (instead && piece.items().isEmpty() && current == null && book.lineFor(piece, false) != null) {
      return true;
    }
    Draft draft = current;
    if (draft == null) {
      return answersOption(piece) || (!wanted && piece.items().isEmpty() && book.turn.cart().lines().size() > 0
          && book.lineFor(piece, false) != null && way == EnglishBook.Way.WITHOUT);
    }
    boolean fits =
        way == EnglishBook.Way.WITHOUT && once == null
            ? book.removal(draft.items, piece.key()) != null || (direct && book.fits(draft, piece))
            : book.fits(draft, piece);
    return fits && (listing || once != null || !boundary || listsMore(t, piece, draft));
  }

  /// "Classic burger, mushrooms and egg on it": more toppings follow.
  private boolean listsMore(int t, EnglishPiece piece, Draft draft) {
    int next = t + 1;
    if (!piece.items().isEmpty() || next >= pieces.size()) {
      return false;
    }
    if (pieces.get(next).is(Part.AND)) {
      next++;
    }
    if (next >= pieces.size() || pieces.get(next).isItem() || !pieces.get(next).isOption()) {
      return false;
    }
    EnglishOptions.Choice choice = book.choice(draft.items, pieces.get(next).key());
    return choice != null && choice.group().max() > 1;
  }

  private boolean answersOption(EnglishPiece piece) {
    if (!(book.turn.pending() instanceof PendingQuestion.ChooseOption)
        || wanted) {
      return false;
    }
    Draft focus = book.focus();
    return focus != null && book.fits(focus, piece);
  }

  private int item(int t, EnglishPiece piece) {
    if (changes.takesItem(t, piece)) {
      return t + 1;
    }
    if (way == EnglishBook.Way.WITHOUT && direct && once == null) {
      direct = false;
      return withoutItem(t, piece);
    }
    Draft draft = current;
    if (draft != null && open == null && !boundary && lastEnd == t && narrows(draft, piece)) {
      return t + 1;
    }
    if (draft != null && open == null && !boundary && lastEnd == t && draft.items.size() > 1
        && draft.wish == Draft.Wish.ADD && !piece.items().isEmpty() && draft.to == piece.from()) {
      Draft named = new Draft(Draft.Wish.ADD, limited(piece.items()), true, null);
      named.quantity = draft.quantity;
      named.person = draft.person;
      named.from = draft.from;
      named.to = piece.to();
      book.drafts.set(book.drafts.indexOf(draft), named);
      current = named;
      return t + 1;
    }
    if (draft != null && open == null && !boundary && lastEnd == t && piece.items().isEmpty()
        && EnglishMenu.isKind(piece.key())) {
      return t + 1;
    }
    if (open != null && open.listing) {
      close();
    }
    List<MenuItem> items = asked(piece);
    Draft made = portions.name(open, limited(items), piece);
    if (made == null) {
      return t + 1;
    }
    open = null;
    if (made.person == null) {
      made.person = persons.pending();
    }
    current = made;
    way = EnglishBook.Way.TAKE;
    listing = false;
    direct = false;
    if (once == EnglishBook.Way.EXTRA && made.quantity == null) {
      once = null;
    }
    once = null;
    return t + 1;
  }

  /// Of the dishes that a piece may mean, those we asked about where it means any of them.
  private List<MenuItem> asked(EnglishPiece piece) {
    if (book.turn.pending() instanceof PendingQuestion.WhichItem which) {
      List<String> words = EnglishWords.ofName(piece.said());
      List<MenuItem> among =
          book.menu.containing(words, false).stream()
              .filter(item -> which.itemIds().contains(item.id()))
              .toList();
      if (!among.isEmpty()) {
        return among;
      }
    }
    return piece.meant();
  }

  private static List<MenuItem> limited(List<MenuItem> items) {
    return items.subList(0, Math.min(10, items.size()));
  }

  /// "Pepperoni … pizza": both words name the same dish.
  private boolean narrows(Draft draft, EnglishPiece piece) {
    List<MenuItem> both =
        draft.items.stream()
            .filter(item -> piece.items().contains(item) || piece.partly().contains(item))
            .toList();
    if (both.isEmpty() || draft.items.equals(piece.items())) {
      return false;
    }
    if (both.size() < draft.items.size()) {
      Draft narrower = new Draft(draft.wish, both, true, draft.line);
      narrower.quantity = draft.quantity;
      narrower.person = draft.person;
      narrower.from = draft.from;
      narrower.to = piece.to();
      narrower.takeFrom(draft);
      book.drafts.set(book.drafts.indexOf(draft), narrower);
      current = narrower;
    }
    return true;
  }

  private int withoutItem(int t, EnglishPiece piece) {
    Draft draft = current;
    if (draft != null && (book.removal(draft.items, piece.key()) != null || book.fits(draft, piece))) {
      book.take(draft, piece, EnglishBook.Way.WITHOUT);
      return t + 1;
    }
    if (t > 0 && pieces.get(t - 1).said().startsWith("not")) {
      changes.not(piece, draft);
      return t + 1;
    }
    Draft inCart = draft == null ? book.target(piece) : book.draft(piece.meant());
    if (inCart != null && inCart != draft) {
      book.remove(inCart);
      return t + 1;
    }
    Draft focus = draft == null ? book.focus() : draft;
    if (focus != null) {
      book.take(focus, piece, EnglishBook.Way.WITHOUT);
    }
    return t + 1;
  }

  private int option(int t, EnglishPiece piece) {
    EnglishBook.Way how = once != null ? once : way;
    once = null;
    boolean first = direct;
    direct = false;
    Draft target = changes.targetAhead(t, piece);
    if (target != null) {
      book.take(target, piece, how);
      return t + 1;
    }
    if (changes.takesOption(t, piece, how)) {
      return t + 1;
    }
    if (startsAnother(t, piece, first)) {
      close();
      open = new EnglishPhrase(null, piece.from());
      open.person = persons.pending();
      how = how == EnglishBook.Way.WITHOUT ? EnglishBook.Way.TAKE : how;
    }
    if (open != null) {
      return waiting(t, piece, how);
    }
    attach(t, piece, how, first);
    return t + 1;
  }

  /// A size or topping behind a comma or nothing may belong to the dish that follows.
  private boolean startsAnother(int t, EnglishPiece piece, boolean first) {
    if (open != null) {
      return false;
    }
    int head = head(t);
    if (first) {
      EnglishOptions.Choice choice =
          current == null ? null : book.choice(current.items, piece.key());
      return head > t
          && current != null
          && way != EnglishBook.Way.WITHOUT
          && (choice == null
              || choice.group().kind() == ModifierGroup.Kind.SIZE);
    }
    if (head > t && !fitsItem(pieces.get(head), piece) && current != null) {
      return boundary && book.menu.isSize(piece.key());
    }
    if (head <= t) {
      return current == null && !book.turn.cart().isEmpty() && wanted && book.lineFor(piece, false) == null;
    }
    Draft draft = current;
    if (draft == null || boundary || !book.fits(draft, piece)) {
      return true;
    }
    EnglishOptions.Choice choice = book.choice(draft.items, piece.key());
    return choice != null
        && choice.group().max() == 1
        && draft.answered.contains(choice.group().id());
  }

  private int waiting(int t, EnglishPiece piece, EnglishBook.Way how) {
    EnglishPhrase phrase = open;
    if (phrase == null) {
      return t + 1;
    }
    if (head(t) > t || head(t) == t || phrase.listing) {
      phrase.wishes.add(new EnglishPhrase.Wish(piece, how));
      return t + 1;
    }
    phrase.wishes.add(new EnglishPhrase.Wish(piece, how));
    Draft portion = portions.settle(phrase, current);
    if (portion != null) {
      open = null;
      current = portion;
      listing = true;
    }
    return t + 1;
  }

  private void attach(int t, EnglishPiece piece, EnglishBook.Way how, boolean first) {
    Draft draft = current;
    EnglishBook.Way meant = how;
    if (draft == null) {
      Draft line = wanted && how != EnglishBook.Way.WITHOUT ? null : book.lineFor(piece, how == EnglishBook.Way.WITHOUT);
      line = line == null ? book.lineFor(piece, false) : line;
      if (line == null && how == EnglishBook.Way.WITHOUT) {
        line = book.focus();
      }
      if (line == null) {
        open = new EnglishPhrase(null, piece.from());
        open.listing = listing;
        open.person = persons.pending();
        open.wishes.add(new EnglishPhrase.Wish(piece, how));
        return;
      }
      draft = line;
    }
    if (how == EnglishBook.Way.WITHOUT && !first && !isIngredient(draft, piece)) {
      meant = EnglishBook.Way.TAKE;
      way = EnglishBook.Way.TAKE;
    }
    if (listing) {
      portions.listedOn(draft);
    }
    portions.tell(draft, piece, meant);
    for (Draft one : everything ? everyDraft() : List.of(draft)) {
      if (!book.take(one, piece, meant) && meant == EnglishBook.Way.TAKE && (listing || first)) {
        one.notes.add(piece.said());
      }
    }
  }

  private List<Draft> everyDraft() {
    List<Draft> added =
        book.drafts.stream().filter(draft -> draft.wish == Draft.Wish.ADD).toList();
    if (!added.isEmpty()) {
      return added;
    }
    List<Draft> all = new ArrayList<>();
    book.turn.cart().lines().forEach(line -> {
      Draft draft = book.about(line);
      if (draft != null) {
        all.add(draft);
      }
    });
    return all;
  }

  private boolean isIngredient(Draft draft, EnglishPiece piece) {
    if (book.removal(draft.items, piece.key()) != null) {
      return true;
    }
    EnglishOptions.Choice choice = book.choice(draft.items, piece.key());
    return choice == null
        || choice.group().kind() == ModifierGroup.Kind.ADDON;
  }

  /// Where the dish is named to which the words from `t` on belong; negative if none is.
  int head(int t) {
    boolean listed = false;
    int unknown = 0;
    for (int i = t; i < pieces.size(); i++) {
      EnglishPiece piece = pieces.get(i);
      if (i > t && piece.gap() == Word.Gap.LINE) {
        return -1;
      }
      if (i > t && piece.gap() == Word.Gap.COMMA) {
        if (!pieces.get(i - 1).isOption()) {
          return -1;
        }
        listed = true;
      }
      boolean topping =
          i > 0
              && piece.isOption()
              && piece.items().isEmpty()
              && (pieces.get(i - 1).is(Part.EXTRA) || pieces.get(i - 1).is(Part.LIGHT));
      if (piece.isItem() && !topping) {
        return itemHead(t, i, listed);
      }
      if (piece.isUnknown() && ++unknown > 2) {
        return -1;
      }
      if (piece.part() != null && !isBeforeDish(piece, i == t)) {
        boolean list = piece.is(Part.AND) && i > t && pieces.get(i - 1).isOption()
            && i + 1 < pieces.size() && pieces.get(i + 1).isOption();
        if (!list) {
          return -1;
        }
        listed = true;
      }
    }
    return -1;
  }

  private int itemHead(int t, int i, boolean listed) {
    EnglishPiece piece = pieces.get(i);
    if (piece.isOption() && i + 1 < pieces.size() && pieces.get(i + 1).gap() != Word.Gap.LINE) {
      EnglishPiece next = pieces.get(i + 1);
      boolean goesOn = next.part() == null || next.is(Part.AND) || next.is(Part.EXTRA);
      int later = goesOn && !next.isUnknown() ? head(next.is(Part.AND) ? i + 2 : i + 1) : -1;
      boolean run = later >= 0 && (next.part() == null || pieces.get(i + 1).gap() == Word.Gap.SPACE);
      if (run && fitsItem(pieces.get(later), piece) && (next.part() == null && next.gap() == Word.Gap.SPACE
          || pieces.get(later).gap() == Word.Gap.SPACE && isPremodList(i, later))) {
        return later;
      }
    }
    if (listed) {
      for (int k = t; k < i; k++) {
        if (pieces.get(k).isOption() && !fitsItem(piece, pieces.get(k))) {
          return -1;
        }
      }
    }
    return i;
  }

  /// "Pepperoni and mushroom pizza": the words before the dish all touch it.
  private boolean isPremodList(int from, int head) {
    for (int i = from; i < head; i++) {
      EnglishPiece piece = pieces.get(i);
      if (i > from && piece.gap() == Word.Gap.COMMA && book.menu.isSize(piece.key())) {
        return false;
      }
      if (!piece.isOption() && !piece.is(Part.AND)) {
        return false;
      }
    }
    return head > from + 1 && pieces.get(head - 1).isOption();
  }

  private boolean fitsItem(EnglishPiece item, EnglishPiece option) {
    return book.choice(item.meant(), option.key()) != null;
  }

  private static boolean isBeforeDish(EnglishPiece piece, boolean first) {
    return switch (piece.part()) {
      case THE, UNIT, OF, EXTRA, X -> true;
      case SKIP -> true;
      case NUMBER -> first || piece.number() != Math.rint(piece.number());
      case null, default -> false;
    };
  }

  // What the menu does not have

  private int unknown(int t) {
    int end = t + 1;
    while (end < pieces.size()
        && pieces.get(end).gap() == Word.Gap.SPACE
        && pieces.get(end).isUnknown()) {
      end++;
    }
    String phrase = said(t, end);
    int person = persons.wishesUnnamed(t, end);
    if (person > t) {
      return person;
    }
    EnglishPiece next = end < pieces.size() && pieces.get(end).gap() == Word.Gap.SPACE ? pieces.get(end) : null;
    boolean food = isFood(t, end);
    if (next != null && next.isItem() && !listing) {
      boolean vague = next.items().isEmpty() && !isTalk(t, end);
      if (food || vague || isDistinct(phrase)) {
        String dish = phrase + " " + next.said();
        book.notOnMenu.add(dish);
        open = null;
        current = null;
        return end + 1;
      }
      return end;
    }
    if (way == EnglishBook.Way.WITHOUT && direct && once == null && open == null) {
      Draft draft = current != null ? current : book.lineNamed("no" + pieces.get(t).key());
      if (draft == null && !book.turn.cart().isEmpty() && !isTalk(t, end)) {
        draft = book.focus();
      }
      if (draft != null) {
        book.take(draft, pieces.get(t), EnglishBook.Way.WITHOUT);
        direct = false;
        return end;
      }
    }
    if (listing && (direct || once != null || isListed(t)) && (current != null || open != null)) {
      note(t, phrase);
      direct = false;
      return end;
    }
    if (once != null && (current != null || open != null)) {
      note(t, phrase);
      return end;
    }
    if (isDishPlace(t, end, food)) {
      book.notOnMenu.add(phrase);
      open = null;
      once = null;
    }
    return end;
  }

  private boolean isListed(int t) {
    return boundary && pieces.get(t).gap() != Word.Gap.LINE && (open == null || open.listing);
  }

  private void note(int t, String phrase) {
    EnglishBook.Way how = once != null ? once : way;
    once = null;
    String note =
        switch (how) {
          case TAKE -> phrase;
          case EXTRA -> "extra " + phrase;
          case LIGHT -> "light " + phrase;
          case WITHOUT -> Notes.WITHOUT + phrase;
        };
    Draft draft = current;
    if (open != null) {
      open.notes.add(note);
    } else if (draft != null) {
      draft.notes.add(note);
    }
  }

  /// A dish may stand behind a number, a verb, or in a list of dishes.
  private boolean isDishPlace(int t, int end, boolean food) {
    if (end - t > 4 || way == EnglishBook.Way.WITHOUT) {
      return false;
    }
    if (isTalk(t, end) || book.menu.isCategory(said(t, end))) {
      return false;
    }
    boolean counted = open != null && open.number != null && open.wishes.isEmpty();
    boolean afterVerb = wanted && t > 0 && (boundary || pieces.get(t - 1).is(Part.SKIP));
    return counted || ((afterVerb || boundary) && (food || (afterVerb && lastEnd == t)));
  }

  /// Words that have a meaning which is no food.
  private boolean isTalk(int t, int end) {
    for (int i = t; i < end; i++) {
      var meanings = lexicon.of(pieces.get(i).said());
      if (!meanings.isEmpty()
          && meanings.stream().noneMatch(meaning -> meaning.kind().equals("food"))) {
        return true;
      }
    }
    return false;
  }

  private boolean isFood(int t, int end) {
    for (int i = t; i < end; i++) {
      for (String word : pieces.get(i).said().split(" ", -1)) {
        if (lexicon.of(word).stream().anyMatch(meaning -> meaning.kind().equals("food"))
            || lexicon.of(EnglishWords.fold(word)).stream()
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
      case "diet", "vegan", "turkey", "lamb", "fish", "salmon", "duck", "tofu", "zero", "veal",
          "seafood", "gluten free" ->
          true;
      default -> false;
    };
  }

  String said(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (EnglishPiece piece : pieces.subList(from, to)) {
      text.append(text.isEmpty() ? "" : " ").append(piece.said());
    }
    return text.toString();
  }

  // Questions and places

  private int ask(int t, EnglishPiece piece) {
    if (piece.isItem()) {
      boolean priced = asksOfItems();
      if (priced) {
        Draft draft =
            new Draft(Draft.Wish.TELL_PRICE, limited(piece.meant()), true, null);
        draft.from = piece.from();
        draft.to = piece.to();
        book.drafts.add(draft);
      }
      return t + 1;
    }
    if (piece.isUnknown()
        && asksOfItems()
        && isFood(t, t + 1)
        && !book.menu.isCategory(piece.said())) {
      book.notOnMenu.add(piece.said());
    }
    if (piece.is(Part.ASK)) {
      asked = piece.said();
    }
    return t + 1;
  }

  private String asked = "";

  private boolean asksOfItems() {
    return asked.startsWith("how much")
        || asked.contains("price")
        || asked.startsWith("cost")
        || asked.startsWith("do you have")
        || asked.startsWith("do you guys")
        || asked.startsWith("do you s")
        || asked.startsWith("have you")
        || asked.startsWith("got any")
        || asked.startsWith("is there")
        || asked.startsWith("are there")
        || asked.startsWith("is the")
        || asked.startsWith("whats in")
        || asked.startsWith("what is in")
        || asked.startsWith("what comes");
  }

  /// Where to and when: nothing of it is ordered.
  private int place(int t) {
    close();
    int next = t + 1;
    while (next < pieces.size()) {
      EnglishPiece piece = pieces.get(next);
      boolean stops =
          piece.gap() == Word.Gap.LINE
              || piece.is(Part.VERB)
              || (piece.gap() == Word.Gap.COMMA && head(next) >= 0);
      if (stops) {
        break;
      }
      next++;
    }
    return next;
  }
}
