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
  final Lexicon lexicon;
  final EnglishPortions portions;
  final EnglishChanges changes;
  final EnglishPersons persons;
  final EnglishHeads heads;
  final EnglishUnknowns unknowns;
  final EnglishKinds kinds;
  private final EnglishNumbers numbers;
  private final EnglishTalk talk;

  /// What is being listed of the dish spoken of.
  EnglishBook.Way way = EnglishBook.Way.TAKE;

  boolean listing;
  boolean direct;
  boolean wanted;
  EnglishBook.@Nullable Way once;
  @Nullable EnglishPhrase open;
  @Nullable Draft current;
  boolean boundary = true;
  boolean question;
  boolean everything;
  int lastEnd;
  private boolean positive;
  private boolean shortNegation;

  EnglishReader(EnglishBook book, List<EnglishPiece> pieces, Lexicon lexicon) {
    this.book = book;
    this.pieces = pieces;
    this.lexicon = lexicon;
    this.heads = new EnglishHeads(book, pieces);
    this.unknowns = new EnglishUnknowns(book, pieces, this);
    this.kinds = new EnglishKinds(book, pieces);
    this.numbers = new EnglishNumbers(book, pieces, this);
    this.talk = new EnglishTalk(book, pieces, this);
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
        endNegation(t);
      }
      if (t > 0 && piece.colon() && current != null && open == null) {
        Draft named = current;
        portions.head(named);
        kinds.listed(named);
        if (!piece.is(Part.NUMBER) || !portions.hasPortions()) {
          with(t);
        }
      }
      if (talk.tellsOfThePast(t)) {
        t = talk.endOfSentence(t);
        continue;
      }
      int next = read(t, piece);
      t = Math.max(t + 1, next);
    }
    endSentence();
    portions.inferAll();
    persons.settle();
    book.drafts.removeIf(draft -> draft.wish == Draft.Wish.CHANGE && !draft.changesSomething());
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
    if (question && !(part == Part.VERB && talk.wishes(t))) {
      return talk.ask(t, piece);
    }
    if (part == null) {
      return word(t, piece);
    }
    if (part == Part.ON
        && t + 1 < pieces.size()
        && pieces.get(t + 1).isOption()
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
      case WITHOUT -> without(piece);
      case EXTRA, LIGHT -> {
        if (changes.expectsItem() || (way == EnglishBook.Way.WITHOUT && direct)) {
          return t + 1;
        }
        if (open != null && piece.said().startsWith("with ")) {
          settleOpen(t);
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
        return numbers.number(t, piece);
      }
      case OTHER -> {
        return numbers.other(t, piece);
      }
      case VERB, ADD -> verb(t, part);
      case ALL -> all(t);
      case ASK -> {
        question = true;
        close();
        return talk.ask(t, piece);
      }
      case FORWHOM -> {
        return persons.read(t);
      }
      case PLACE -> {
        return talk.place(t);
      }
      case THE -> {
        return persons.wishes(t);
      }
      case OF_THEM -> portions.ofThem();
      case AND,
          OR,
          BUT,
          SKIP,
          UNIT,
          OF,
          X,
          PRONOUN,
          REMOVE,
          CHANGE,
          MAKE,
          TO,
          ON,
          INSTEAD_OF,
          INSTEAD,
          ACTUALLY,
          SCRATCH,
          AGAIN,
          SAME,
          LESS,
          ONES,
          DONE -> {
        if (part == Part.BUT) {
          direct = false;
        }
      }
    }
    return t + 1;
  }

  /// What follows is to be left out.
  void leaveOut() {
    close();
    way = EnglishBook.Way.WITHOUT;
    listing = true;
    direct = true;
  }

  /// "With cheese, no beans, salsa": the "no" is of the beans only, unless an "or" follows.
  private void endNegation(int t) {
    if (way != EnglishBook.Way.WITHOUT || direct || !positive || !shortNegation) {
      return;
    }
    for (int i = t; i < Math.min(pieces.size(), t + 5); i++) {
      if (pieces.get(i).is(Part.OR)) {
        return;
      }
    }
    way = EnglishBook.Way.TAKE;
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

  private void without(EnglishPiece piece) {
    shortNegation = piece.said().equals("no");
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
        && !heads.isDishAside(t)
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
    book.turn
        .cart()
        .lines()
        .forEach(line -> {
          Draft draft = book.about(line);
          if (draft != null) {
            book.remove(draft);
          }
        });
  }

  private void all(int t) {
    Draft last = current;
    boolean behind =
        t > 0 && pieces.get(t - 1).isOption() && lastEnd == t && last != null && endsClause(t + 1);
    if (behind) {
      everyDraft().forEach(draft -> book.take(draft, pieces.get(t - 1), EnglishBook.Way.TAKE));
      return;
    }
    boolean afterWith = listing && direct;
    if (afterWith && piece(t).said().equals("both")) {
      return;
    }
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

  private EnglishPiece piece(int t) {
    return pieces.get(t);
  }

  private boolean endsClause(int t) {
    return t >= pieces.size()
        || pieces.get(t).gap() != Word.Gap.SPACE
        || pieces.get(t).is(Part.SKIP)
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
  void settleOpen(int t) {
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

  private int word(int t, EnglishPiece piece) {
    if (isOnTheSide(t)) {
      return onTheSide(t);
    }
    int some = kinds.some(t);
    if (some > t) {
      Draft portion = portions.part((int) pieces.get(t + 2).number());
      if (portion != null) {
        book.take(portion, piece, way);
        current = portion;
        return some;
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
    if (once == EnglishBook.Way.EXTRA
        && current != null
        && open == null
        && piece.isItem()
        && piece.items().isEmpty()
        && !book.fits(current, piece)) {
      return unknowns.unknown(t);
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
    return unknowns.unknown(t);
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
    int head = heads.head(t);
    if (head > t) {
      return true;
    }
    if (open != null) {
      return open.listing || kinds.isOfPortion(open, current, piece);
    }
    boolean instead =
        t + 1 < pieces.size()
            && (pieces.get(t + 1).is(Part.INSTEAD_OF) || pieces.get(t + 1).is(Part.INSTEAD));
    if (instead
        && piece.items().isEmpty()
        && current == null
        && book.lineFor(piece, false) != null) {
      return true;
    }
    Draft draft = current;
    if (draft == null) {
      return answersOption(piece)
          || (!wanted
              && piece.items().isEmpty()
              && book.turn.cart().lines().size() > 0
              && book.lineFor(piece, false) != null
              && way == EnglishBook.Way.WITHOUT);
    }
    boolean fits =
        (way == EnglishBook.Way.WITHOUT && once == null)
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
    if (!(book.turn.pending() instanceof PendingQuestion.ChooseOption) || wanted) {
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
    Draft portion = kinds.portion(t, current);
    Draft kind = portion != null ? portion : kinds.kind(open, piece);
    if (kind != null) {
      take(kind);
      return t + 1;
    }
    Draft draft = current;
    if (draft != null && open == null && !boundary && lastEnd == t && narrows(draft, piece)) {
      return t + 1;
    }
    if (draft != null
        && open == null
        && !boundary
        && lastEnd == t
        && draft.items.size() > 1
        && draft.wish == Draft.Wish.ADD
        && !piece.items().isEmpty()
        && draft.to == piece.from()) {
      Draft named = new Draft(Draft.Wish.ADD, limited(piece.items()), true, null);
      named.quantity = draft.quantity;
      named.person = draft.person;
      named.from = draft.from;
      named.to = piece.to();
      book.drafts.set(book.drafts.indexOf(draft), named);
      current = named;
      return t + 1;
    }
    if (draft != null
        && open == null
        && !boundary
        && lastEnd == t
        && piece.items().isEmpty()
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
    take(made);
    return t + 1;
  }

  private void take(Draft made) {
    open = null;
    if (made.person == null) {
      made.person = persons.pending();
    }
    current = made;
    positive = false;
    way = EnglishBook.Way.TAKE;
    listing = false;
    direct = false;
    once = null;
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
    return open != null && open.number != null ? kinds.alike(piece, current) : piece.meant();
  }

  static List<MenuItem> limited(List<MenuItem> items) {
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
    if (draft != null
        && (book.removal(draft.items, piece.key()) != null || book.fits(draft, piece))) {
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
    attach(piece, how, first);
    return t + 1;
  }

  /// A size or topping behind a comma or nothing may belong to the dish that follows.
  private boolean startsAnother(int t, EnglishPiece piece, boolean first) {
    if (open != null) {
      return false;
    }
    int head = heads.head(t);
    if (first) {
      EnglishOptions.Choice choice =
          current == null ? null : book.choice(current.items, piece.key());
      return head > t
          && current != null
          && way != EnglishBook.Way.WITHOUT
          && (choice == null || choice.group().kind() == ModifierGroup.Kind.SIZE);
    }
    if (head > t && !heads.fitsItem(pieces.get(head), piece) && current != null) {
      return boundary && book.menu.isSize(piece.key());
    }
    if (head <= t) {
      return current == null
          && !book.turn.cart().isEmpty()
          && wanted
          && book.lineFor(piece, false) == null;
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
    if (heads.head(t) > t || heads.head(t) == t || phrase.listing) {
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

  private void attach(EnglishPiece piece, EnglishBook.Way how, boolean first) {
    Draft draft = current;
    EnglishBook.Way meant = how;
    if (draft == null) {
      Draft line =
          wanted && how != EnglishBook.Way.WITHOUT
              ? null
              : book.lineFor(piece, how == EnglishBook.Way.WITHOUT);
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
    if (meant == EnglishBook.Way.TAKE
        && book.choice(draft.items, piece.key()) == null
        && book.removal(draft.items, piece.key()) != null
        && positive
        && shortNegation) {
      meant = EnglishBook.Way.WITHOUT;
    }
    positive |= listing && meant != EnglishBook.Way.WITHOUT;
    for (Draft one : everything ? everyDraft() : List.of(draft)) {
      if (!book.take(one, piece, meant) && meant == EnglishBook.Way.TAKE && (listing || first)) {
        one.notes.add(piece.said());
      }
    }
  }

  private List<Draft> everyDraft() {
    List<Draft> added = book.drafts.stream().filter(draft -> draft.wish == Draft.Wish.ADD).toList();
    if (!added.isEmpty()) {
      return added;
    }
    List<Draft> all = new ArrayList<>();
    book.turn
        .cart()
        .lines()
        .forEach(line -> {
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
    return choice == null || choice.group().kind() == ModifierGroup.Kind.ADDON;
  }

  String said(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (EnglishPiece piece : pieces.subList(from, to)) {
      text.append(text.isEmpty() ? "" : " ").append(piece.said());
    }
    return text.toString();
  }
}
