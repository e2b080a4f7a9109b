package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartLine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what shall become of what was ordered: removed, replaced, made more, made otherwise.
final class EnglishChanges {

  private final EnglishBook book;
  private final List<EnglishPiece> pieces;
  private final EnglishReader reader;
  private Mode mode = Mode.NONE;
  private @Nullable Draft subject;
  private @Nullable EnglishPiece leaving;
  private @Nullable Draft replaced;
  private @Nullable Integer fewer;
  private boolean to;
  private boolean correcting;

  /// What the verb said.
  private enum Mode {
    NONE,
    REMOVE,
    CHANGE,
    CHANGED
  }

  EnglishChanges(EnglishBook book, List<EnglishPiece> pieces, EnglishReader reader) {
    this.book = book;
    this.pieces = pieces;
    this.reader = reader;
  }

  /// "Make the oat one large": the option tells which is meant.
  void meansOne() {
    leaving = null;
  }

  /// "Sprite, not fanta"; "not tuna, the shrimp one".
  void not(EnglishPiece piece, @Nullable Draft current) {
    Draft old = targetBut(current, piece);
    if (old == null) {
      return;
    }
    if (current != null && current.wish == Draft.Wish.ADD) {
      book.inherit(current, old);
      book.remove(old);
    } else {
      replaced = old;
      reader.current = null;
    }
  }

  void endClause() {
    fewer = null;
  }

  void endSentence() {
    mode = Mode.NONE;
    subject = null;
    leaving = null;
    replaced = null;
    fewer = null;
    to = false;
    correcting = false;
  }

  /// Whether the dish that was named is being spoken of and nothing is added.
  boolean expectsItem() {
    return mode == Mode.CHANGE || mode == Mode.REMOVE;
  }

  /// Where the reading goes on if the piece changes something; `t` if it does not.
  int read(int t, EnglishPiece piece) {
    return switch (piece.part()) {
      case SCRATCH -> scratch(t);
      case LESS -> less(t);
      case AGAIN -> again(t, piece);
      case REMOVE -> remove(t, piece);
      case CHANGE -> change(t);
      case MAKE -> make(t, piece);
      case INSTEAD_OF -> insteadOf(t);
      case ACTUALLY -> correct(t);
      case SKIP ->
          piece.said().equals("sorry") && t + 1 < pieces.size() && pieces.get(t + 1).is(Part.NUMBER)
              ? correct(t)
              : t;
      case SAME -> same(t);
      case PRONOUN -> pronoun(t);
      case WITH, TO, FORWHOM -> object(t, piece);
      case ON -> t + 1;
      case VERB, ADD -> {
        mode = Mode.NONE;
        yield t;
      }
      case null, default -> t;
    };
  }

  private int scratch(int t) {
    if (reader.open != null) {
      reader.open = null;
      return t + 1;
    }
    Draft focus = book.focus();
    if (focus != null) {
      book.remove(focus);
      reader.current = null;
    }
    return t + 1;
  }

  private int less(int t) {
    int head = reader.heads.head(t + 1);
    Draft draft = head < 0 ? book.focus() : book.target(pieces.get(head));
    if (draft != null) {
      draft.quantity = quantity(draft) - 1;
    }
    return head < 0 ? t + 1 : head + 1;
  }

  private static int quantity(Draft draft) {
    if (draft.quantity != null) {
      return draft.quantity;
    }
    return draft.line == null ? 1 : draft.line.quantity();
  }

  private int again(int t, EnglishPiece piece) {
    int more = piece.said().startsWith("two") || piece.said().startsWith("2") ? 2 : 1;
    boolean named =
        t + 1 < pieces.size()
            && pieces.get(t + 1).gap() == Word.Gap.SPACE
            && (reader.heads.head(t + 1) >= 0
                || pieces.get(t + 1).is(Part.WITH)
                || pieces.get(t + 1).is(Part.WITHOUT)
                || pieces.get(t + 1).isUnknown());
    if (named) {
      reader.close();
      reader.open = new EnglishPhrase(more, piece.from());
      reader.open.alike = piece.said().startsWith("another");
      return t + 1;
    }
    Draft focus = book.focus();
    if (focus != null) {
      focus.quantity = quantity(focus) + more;
    }
    return t + 1;
  }

  private int remove(int t, EnglishPiece piece) {
    if (t + 2 < pieces.size()
        && pieces.get(t + 1).is(Part.ALL)
        && pieces.get(t + 2).is(Part.WITHOUT)) {
      return removeAllBut(t + 3);
    }
    if (t + 1 < pieces.size()
        && pieces.get(t + 1).is(Part.WITHOUT)
        && pieces.get(t + 1).said().startsWith("everything")) {
      return removeAllBut(t + 2);
    }
    if (piece.said().equals("take the") && !takesOff(t)) {
      reader.close();
      reader.wanted = true;
      return t + 1;
    }
    if (piece.said().equals("no more") && book.turn.cart().isEmpty()) {
      return t;
    }
    reader.leaveOut();
    mode = Mode.REMOVE;
    return t + 1;
  }

  private int removeAllBut(int t) {
    Set<Draft> kept = new java.util.HashSet<>();
    int next = t;
    while (next < pieces.size() && pieces.get(next).gap() != Word.Gap.LINE) {
      Draft draft = pieces.get(next).isItem() ? book.target(pieces.get(next)) : null;
      if (draft != null) {
        kept.add(draft);
      }
      next++;
    }
    for (CartLine line : book.turn.cart().lines()) {
      Draft draft = book.about(line);
      if (draft != null && !kept.contains(draft)) {
        book.remove(draft);
      }
    }
    return next;
  }

  private boolean takesOff(int t) {
    for (int i = t + 1; i < pieces.size() && pieces.get(i).gap() != Word.Gap.LINE; i++) {
      String said = pieces.get(i).said();
      if (said.startsWith("off") || said.startsWith("out") || said.startsWith("away")) {
        return true;
      }
    }
    return false;
  }

  private int change(int t) {
    reader.close();
    mode = Mode.CHANGE;
    subject = null;
    leaving = null;
    to = false;
    return t + 1;
  }

  private int make(int t, EnglishPiece piece) {
    reader.close();
    String said = piece.said();
    if (said.endsWith("the") || said.endsWith("my")) {
      mode = Mode.CHANGE;
      subject = null;
      to = true;
      return t + 1;
    }
    Draft focus = book.focus();
    if (focus == null) {
      reader.wanted = true;
      return t + 1;
    }
    if (said.endsWith("all") || said.endsWith("both")) {
      reader.everything = true;
    }
    about(focus);
    return t + 1;
  }

  private void about(Draft draft) {
    subject = draft;
    reader.current = draft;
    mode = Mode.CHANGED;
  }

  private int pronoun(int t) {
    if (mode == Mode.REMOVE) {
      Draft focus = book.focus();
      if (focus != null) {
        book.remove(focus);
        reader.current = null;
      }
      return t + 1;
    }
    Draft focus = mode == Mode.CHANGE ? book.focus() : null;
    if (focus != null) {
      about(focus);
      return t + 1;
    }
    return t;
  }

  /// "Change the pepsi to …": what comes is what it becomes.
  private int object(int t, EnglishPiece piece) {
    if ((mode == Mode.CHANGED || mode == Mode.CHANGE) && (subject != null)) {
      if (piece.is(Part.WITH) && !to && leaving == null) {
        to = true;
        return t + 1;
      }
      if (!piece.is(Part.WITH)) {
        to = true;
        return t + 1;
      }
    }
    return t;
  }

  private int correct(int t) {
    if (reader.open != null && reader.open.wishes.isEmpty()) {
      reader.open = null;
    }
    reader.close();
    correcting = true;
    return t + 1;
  }

  /// "The same for my wife", "same again but no onion".
  private int same(int t) {
    for (int i = t + 1; i < Math.min(pieces.size(), t + 4); i++) {
      String said = pieces.get(i).said();
      if (said.contains("last")
          || said.contains("usual")
          || said.contains("before")
          || said.contains("time")
          || said.contains("yesterday")) {
        return t + 1;
      }
    }
    Draft focus =
        reader.current != null && book.drafts.contains(reader.current)
            ? reader.current
            : book.focus();
    if (focus == null) {
      return t + 1;
    }
    reader.close();
    Draft copy = new Draft(Draft.Wish.ADD, focus.items, focus.sure, null);
    copy.takeFrom(focus);
    CartLine line = focus.line;
    if (line != null) {
      copy.take.addAll(line.optionIds());
    }
    copy.from = focus.from;
    copy.to = focus.to;
    book.drafts.add(copy);
    reader.current = copy;
    return t + 1;
  }

  private int insteadOf(int t) {
    int next = t + 1;
    while (next < pieces.size()
        && (pieces.get(next).is(Part.THE)
            || pieces.get(next).is(Part.SKIP)
            || pieces.get(next).is(Part.NUMBER))) {
      next++;
    }
    if (next >= pieces.size()) {
      return t + 1;
    }
    EnglishPiece other = pieces.get(next);
    Draft current = reader.current;
    CartLine line = current == null ? null : book.line(current.items);
    if (other.isOption()
        && !other.isItem()
        && current != null
        && line != null
        && current.wish == Draft.Wish.ADD
        && current.quantity == null) {
      Draft same = book.about(line);
      if (same != null) {
        same.take.addAll(current.take);
        same.answered.addAll(current.answered);
        book.drafts.remove(current);
        reader.current = same;
        return next + 1;
      }
    }
    if (other.isOption() && dropsOption(current, other)) {
      return next + 1;
    }
    Draft old = other.isItem() ? targetBut(current, other) : null;
    if (old == null) {
      return other.isUnknown() ? next + 1 : Math.max(t + 1, next);
    }
    if (current != null && current.wish == Draft.Wish.ADD && book.drafts.contains(current)) {
      book.inherit(current, old);
      book.remove(old);
      old.replaced = true;
    } else {
      replaced = old;
    }
    return next + 1;
  }

  private boolean dropsOption(@Nullable Draft current, EnglishPiece other) {
    Draft having =
        current != null && book.fits(current, other) ? current : book.lineFor(other, true);
    if (having == null) {
      return false;
    }
    Set<String> notes = new LinkedHashSet<>(having.notes);
    book.take(having, other, EnglishBook.Way.WITHOUT);
    having.notes.retainAll(notes);
    return true;
  }

  private @Nullable Draft targetBut(@Nullable Draft current, EnglishPiece other) {
    Draft draft =
        book.drafts.reversed().stream()
            .filter(one -> one != current && one.wish == Draft.Wish.ADD)
            .filter(one -> one.items.stream().anyMatch(other.meant()::contains))
            .findFirst()
            .orElse(null);
    CartLine line = book.line(other.meant());
    return draft != null ? draft : line == null ? null : book.about(line);
  }

  /// Whether a number says how many there shall be of what was ordered.
  boolean takesNumber(int t, int count) {
    EnglishPiece piece = pieces.get(t);
    boolean article = EnglishNumbers.isArticle(piece);
    Draft draft = subject;
    if (mode == Mode.REMOVE) {
      fewer = count;
      return true;
    }
    boolean ofThem = t + 1 < pieces.size() && pieces.get(t + 1).is(Part.OF_THEM);
    if (ofThem) {
      return false;
    }
    if (mode == Mode.CHANGED && draft != null) {
      if (piece.said().equals("one") && leaving != null) {
        leaving = null;
        return true;
      }
      if (article
          || (piece.said().equals("one")
              && t + 1 < pieces.size()
              && pieces.get(t + 1).is(Part.WITH))) {
        return true;
      }
      if (addsAnother(t)) {
        return false;
      }
      int head = reader.heads.head(t + 1);
      Draft named = head < 0 ? null : book.target(pieces.get(head));
      if (named != null && named != draft) {
        about(named);
      }
      (named == null ? draft : named).quantity = count;
      return true;
    }
    if (correcting && !article) {
      return corrects(t, count);
    }
    return answers(t, count);
  }

  private boolean addsAnother(int t) {
    int head = reader.heads.head(t + 1);
    return head >= 0
        && subject != null
        && reader.boundary
        && subject.items.stream().noneMatch(pieces.get(head).meant()::contains);
  }

  private boolean corrects(int t, int count) {
    int head = reader.heads.head(t + 1);
    Draft draft = head < 0 ? book.focus() : book.target(pieces.get(head));
    if (draft == null) {
      return false;
    }
    draft.quantity = count;
    if (head >= 0) {
      about(draft);
    }
    return true;
  }

  /// A number alone, after our question about a line.
  private boolean answers(int t, int count) {
    boolean last =
        t + 1 >= pieces.size()
            || pieces.subList(t + 1, pieces.size()).stream()
                .allMatch(piece -> piece.is(Part.SKIP) || piece.is(Part.UNIT));
    if (!last
        || !book.drafts.stream().allMatch(draft -> draft.line != null)
        || !(book.turn.pending() instanceof PendingQuestion.ChooseOption)) {
      return false;
    }
    Draft focus = book.focus();
    if (focus != null) {
      focus.quantity = count;
    }
    return focus != null;
  }

  /// Whether a dish that is named is one that was ordered, or comes in its place.
  boolean takesItem(int t, EnglishPiece piece) {
    if (isPlaceOfOption(t, piece)) {
      return true;
    }
    return switch (mode) {
      case REMOVE -> removes(piece);
      case CHANGE -> becomesSubject(t, piece);
      case CHANGED -> becomesObject(piece);
      case NONE -> correctsItem(t, piece) || isSpokenOf(t, piece);
    };
  }

  /// "No pickles on the classic": the dish was found when its options were read.
  private boolean isPlaceOfOption(int t, EnglishPiece piece) {
    int before = t - 1;
    while (before >= 0 && pieces.get(before).is(Part.THE)) {
      before--;
    }
    if (before < 0
        || !(pieces.get(before).is(Part.ON)
            || (before < t - 1 && pieces.get(before).is(Part.FORWHOM)))) {
      return false;
    }
    Draft draft = book.target(piece);
    if (draft == null) {
      return false;
    }
    reader.current = draft;
    return true;
  }

  private boolean removes(EnglishPiece piece) {
    Draft current = reader.current;
    Draft target = book.target(piece);
    if (target == null) {
      return false;
    }
    int all = quantity(target);
    int count = fewer == null ? all : fewer;
    fewer = null;
    if (count < all) {
      target.quantity = all - count;
    } else {
      book.remove(target);
      if (target == current) {
        reader.current = null;
      }
    }
    return true;
  }

  private boolean becomesSubject(int t, EnglishPiece piece) {
    Draft draft = book.target(piece);
    if (draft == null) {
      mode = Mode.NONE;
      return correctsItem(t, piece);
    }
    about(draft);
    return true;
  }

  private boolean becomesObject(EnglishPiece piece) {
    Draft old = subject;
    if (old == null) {
      return false;
    }
    if (!to && old.items.stream().anyMatch(piece.meant()::contains)) {
      return true;
    }
    List<MenuItem> items = alike(old, piece);
    if (items.isEmpty() && to) {
      items = List.copyOf(piece.meant());
    }
    if (items.isEmpty() || (reader.boundary && !to)) {
      return false;
    }
    replace(old, items, piece);
    return true;
  }

  private void replace(Draft old, List<MenuItem> items, EnglishPiece piece) {
    Draft instead = book.replace(old, items);
    instead.from = piece.from();
    instead.to = piece.to();
    if (reader.open != null) {
      EnglishPhrase phrase = reader.open;
      reader.open = null;
      instead.quantity =
          phrase.number != null && phrase.number > 1 ? phrase.number : instead.quantity;
      phrase.wishes.forEach(wish -> book.take(instead, wish.piece(), wish.way()));
    }
    reader.current = instead;
    subject = instead;
    mode = Mode.NONE;
    replaced = null;
    correcting = false;
  }

  private List<MenuItem> alike(Draft old, EnglishPiece piece) {
    List<MenuItem> alike = alike(old, piece.meant());
    List<String> words = EnglishWords.ofName(piece.said());
    return alike.isEmpty() && !words.isEmpty()
        ? alike(old, book.menu.containing(words, false))
        : alike;
  }

  private List<MenuItem> alike(Draft old, List<MenuItem> named) {
    MenuItem before = old.items.getFirst();
    return named.stream()
        .filter(item -> !item.id().equals(before.id()) && book.menu.sameCategory(before, item))
        .toList();
  }

  private boolean correctsItem(int t, EnglishPiece piece) {
    Draft old = replaced;
    if (old != null) {
      replace(old, List.copyOf(piece.meant()), piece);
      return true;
    }
    if (!correcting && !insteadFollows(t)) {
      return false;
    }
    Draft focus = book.focus();
    if (focus == null) {
      return false;
    }
    List<MenuItem> items = alike(focus, piece);
    if (items.isEmpty() || (correcting && reader.wanted && !insteadFollows(t))) {
      return false;
    }
    replace(focus, items, piece);
    return true;
  }

  private boolean insteadFollows(int t) {
    for (int i = t + 1; i < pieces.size() && pieces.get(i).gap() != Word.Gap.LINE; i++) {
      if (pieces.get(i).is(Part.INSTEAD)) {
        return true;
      }
      if (!pieces.get(i).is(Part.SKIP) && !pieces.get(i).isOption()) {
        return false;
      }
    }
    return false;
  }

  /// "Only one burger", with two in the cart.
  private boolean isOnly(EnglishPiece piece) {
    EnglishPhrase phrase = reader.open;
    CartLine line = book.line(piece.meant());
    if (phrase == null || phrase.number == null || line == null || !phrase.only) {
      return false;
    }
    Draft draft = book.about(line);
    if (draft != null) {
      draft.quantity = phrase.number;
      reader.open = null;
    }
    return draft != null;
  }

  /// "The burger without onion", with a burger in the cart, is that one.
  private boolean isSpokenOf(int t, EnglishPiece piece) {
    if (isOnly(piece)) {
      return true;
    }
    boolean definite = t > 0 && pieces.get(t - 1).is(Part.THE);
    CartLine line = book.line(piece.meant());
    if (line == null || reader.open != null || reader.wanted || !definite) {
      return false;
    }
    int after = t + 1;
    while (after < pieces.size()
        && (pieces.get(after).is(Part.SKIP) || pieces.get(after).is(Part.NUMBER))) {
      after++;
    }
    boolean told =
        after < pieces.size()
            && ((pieces.get(after).isOption() && !pieces.get(after).isItem())
                || (t + 1 < pieces.size()
                    && (pieces.get(t + 1).isOption()
                        || pieces.get(t + 1).is(Part.WITHOUT)
                        || pieces.get(t + 1).is(Part.WITH)
                        || pieces.get(t + 1).is(Part.EXTRA))));
    Draft draft = told ? book.about(line) : null;
    if (draft != null) {
      about(draft);
    }
    return told;
  }

  /// The dish of the order that is named behind its options: "extra cheese on the burger".
  @Nullable Draft targetAhead(int t, EnglishPiece piece) {
    for (int i = t + 1; i < pieces.size() && pieces.get(i).gap() != Word.Gap.LINE; i++) {
      EnglishPiece next = pieces.get(i);
      if (next.is(Part.ON)
          || next.is(Part.FORWHOM)
          || (next.is(Part.TO) && mode != Mode.CHANGE && mode != Mode.CHANGED)) {
        int item = i + 1;
        while (item < pieces.size() && pieces.get(item).is(Part.THE)) {
          item++;
        }
        Draft target =
            item < pieces.size() && pieces.get(item).isItem()
                ? book.target(pieces.get(item))
                : null;
        boolean fits =
            target != null
                && (book.fits(target, piece) || book.removal(target.items, piece.key()) != null);
        return fits ? target : null;
      }
      boolean listed =
          next.isOption()
              || next.is(Part.AND)
              || next.is(Part.OR)
              || next.is(Part.WITHOUT)
              || next.is(Part.EXTRA)
              || next.is(Part.SKIP);
      if (!listed) {
        return null;
      }
    }
    return null;
  }

  /// Whether an option that is named is one that was ordered, or comes in its place.
  boolean takesOption(int t, EnglishPiece piece, EnglishBook.Way how) {
    if (mode == Mode.CHANGE && subject == null && how != EnglishBook.Way.WITHOUT) {
      Draft having = having(piece);
      if (having != null) {
        leaving = piece;
        about(having);
        return true;
      }
      return false;
    }
    Draft draft = subject;
    if (mode == Mode.CHANGED && draft != null && !(reader.open != null)) {
      if (!book.fits(draft, piece) && how != EnglishBook.Way.WITHOUT) {
        return false;
      }
      if (reader.everything) {
        return false;
      }
      leave(draft, piece);
      book.take(draft, piece, how);
      return true;
    }
    if ((correcting || insteadFollows(t)) && reader.open == null) {
      Draft focus = book.focus();
      if (focus != null
          && (book.fits(focus, piece) || book.removal(focus.items, piece.key()) != null)
          && reader.heads.head(t) <= t) {
        book.take(focus, piece, how);
        return true;
      }
    }
    return false;
  }

  private void leave(Draft draft, EnglishPiece piece) {
    EnglishPiece old = leaving;
    leaving = null;
    if (old != null && !old.key().equals(piece.key())) {
      Set<String> notes = new LinkedHashSet<>(draft.notes);
      book.take(draft, old, EnglishBook.Way.WITHOUT);
      draft.notes.retainAll(notes);
    }
  }

  private @Nullable Draft having(EnglishPiece piece) {
    for (Draft draft : book.drafts.reversed()) {
      EnglishOptions.Choice choice = book.choice(draft.items, piece.key());
      if (draft.wish == Draft.Wish.ADD
          && choice != null
          && draft.take.contains(choice.option().id())) {
        return draft;
      }
    }
    return book.lineFor(piece, true);
  }
}
