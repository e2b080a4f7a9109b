package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells apart what was only counted: "two croissants, one cheese and one zaatar".
final class EnglishKinds {

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private @Nullable Draft listed;
  private @Nullable Draft begun;

  EnglishKinds(EnglishBook book, EnglishSentence text, EnglishNotepad pad) {
    this.book = book;
    this.text = text;
    this.pad = pad;
  }

  /// The kinds of this dish are listed behind a colon.
  void listed(Draft draft) {
    listed = draft;
  }

  /// Whether a kind of what was counted before a colon is named.
  boolean lists(EnglishPiece piece) {
    Draft counted = piece.items().isEmpty() ? null : counted();
    return counted != null && counted == listed && !kinds(counted, piece).isEmpty();
  }

  /// The kind of a dish counted before that is named here; null if none is.
  @Nullable Draft read(int t) {
    Draft portion = portion(t);
    return portion != null ? portion : kind(pad.open, text.at(t));
  }

  /// "One plain", of the croissants just counted, where the menu calls one of them so; null if it
  /// calls none so.
  @Nullable Draft plain(int t) {
    EnglishPiece piece = text.at(t);
    Draft counted =
        piece.isUnknown() && EnglishWords.isServedSo(piece.key()) && pad.open != null
            ? counted()
            : null;
    List<MenuItem> named =
        counted == null
            ? List.of()
            : counted.items.stream()
                .filter(item -> EnglishWords.ofName(item.name().en()).contains(piece.key()))
                .toList();
    return named.size() == 1 ? kind(pad.open, piece.asDish(named)) : null;
  }

  private @Nullable Draft kind(@Nullable EnglishPhrase phrase, EnglishPiece piece) {
    Draft counted = counted();
    Integer all = counted == null ? null : counted.quantity;
    if (counted == null || all == null) {
      return null;
    }
    boolean told =
        phrase == null
            ? counted == listed || counted.items.size() > 1
            : phrase.number != null && phrase.number > 0;
    int number = phrase != null && phrase.number != null ? phrase.number : each(counted, piece);
    List<MenuItem> kinds = told && number <= all ? kinds(counted, piece) : List.of();
    if (kinds.isEmpty()) {
      return null;
    }
    Draft kind = new Draft(Draft.Wish.ADD, kinds, true, null);
    kind.takeFrom(counted);
    kind.quantity = number;
    kind.from = phrase == null ? piece.from() : phrase.from;
    kind.to = piece.to();
    if (phrase != null) {
      phrase.wishes.forEach(wish -> book.choices.take(kind, wish.piece(), wish.way()));
      kind.notes.addAll(phrase.notes);
      kind.person = phrase.person;
    }
    leave(counted, all - number);
    book.drafts.add(kind);
    return kind;
  }

  /// "Two milkshakes, vanilla and strawberry" are one of each; "two burgers, classic" are both.
  private int each(Draft counted, EnglishPiece piece) {
    int next = text.pieces().indexOf(piece) + 1;
    boolean more =
        text.has(next) && (text.is(next, Part.AND) || text.at(next).gap() == Word.Gap.COMMA);
    Integer all = counted.quantity;
    return all == null || more || counted == begun ? 1 : all;
  }

  /// "Two cheesecakes, one of them san sebastian": the portion is of another dish.
  private @Nullable Draft portion(int t) {
    Draft portion = pad.current;
    boolean told =
        text.is(t - 1, Part.OF_THEM)
            && portion != null
            && book.drafts.contains(portion)
            && portion.wish == Draft.Wish.ADD;
    if (portion == null || !told) {
      return null;
    }
    Draft kind = book.replace(portion, EnglishBook.few(text.at(t).meant()));
    kind.from = portion.from;
    kind.to = text.at(t).to();
    return kind;
  }

  /// "Two chicken shawarma and one beef" means the beef shawarma, not the beef burger.
  List<MenuItem> alike(EnglishPiece piece) {
    Draft before = pad.current;
    List<String> words = EnglishWords.ofName(piece.said());
    if (!piece.items().isEmpty() || words.isEmpty()) {
      return piece.meant();
    }
    List<MenuItem> ahead = ofKindAhead(piece, words);
    if (!ahead.isEmpty() || before == null) {
      return ahead.isEmpty() ? piece.meant() : ahead;
    }
    MenuItem last = before.items.getFirst();
    List<String> named = EnglishWords.ofName(last.name().en());
    List<MenuItem> like =
        book.menu.containing(words, false).stream()
            .filter(item -> !before.items.contains(item))
            .filter(item ->
                EnglishWords.ofName(item.name().en()).stream()
                    .anyMatch(word -> named.contains(word) && !words.contains(word)))
            .toList();
    return like.size() == 1 && words.stream().noneMatch(EnglishDishWords::isKind)
        ? like
        : piece.meant();
  }

  /// "Two burgers, one meal": the word tells a portion apart and names no kids meal.
  boolean isOfPortion(EnglishPhrase phrase, EnglishPiece piece) {
    Draft before = pad.current;
    if (phrase.number == null || before == null || !piece.items().isEmpty()) {
      return false;
    }
    EnglishOptions.Choice choice = book.choices.choice(before.items, piece.key());
    return choice != null && choice.group().kind() == ModifierGroup.Kind.CHOICE;
  }

  /// "Two chicken and one beef shawarma": what kind of dish it is, is said behind the next.
  private List<MenuItem> ofKindAhead(EnglishPiece piece, List<String> words) {
    int t = text.pieces().indexOf(piece);
    if (!text.is(t + 1, Part.AND) || !text.is(t + 2, Part.NUMBER) || !text.isItem(t + 3)) {
      return List.of();
    }
    List<String> next = EnglishWords.ofName(text.said(t + 3));
    if (next.size() < 2 || words.contains(next.getLast())) {
      return List.of();
    }
    List<String> both = new ArrayList<>(words);
    both.add(next.getLast());
    return book.menu.containing(both, false);
  }

  private void leave(Draft counted, int rest) {
    begun = counted;
    counted.quantity = rest;
    if (rest == 0) {
      book.drafts.remove(counted);
    }
  }

  /// What was counted last of which the kind is not yet plain.
  private @Nullable Draft counted() {
    for (Draft draft : book.drafts.reversed()) {
      if (draft.wish == Draft.Wish.ADD
          && draft.quantity != null
          && (draft.items.size() > 1 || isGeneral(draft))) {
        Integer quantity = draft.quantity;
        boolean several = quantity != null && quantity > 1;
        return several || draft == begun ? draft : null;
      }
    }
    return null;
  }

  /// "Pizza", where the menu has it beside its kinds.
  private boolean isGeneral(Draft draft) {
    List<String> words = EnglishWords.ofName(draft.items.getFirst().name().en());
    return words.size() == 1 && EnglishDishWords.isKind(words.getFirst());
  }

  private List<MenuItem> kinds(Draft counted, EnglishPiece piece) {
    List<String> words = EnglishWords.ofName(piece.said());
    if (words.isEmpty()) {
      return List.of();
    }
    List<MenuItem> all = counted.items;
    if (all.size() == 1) {
      all = book.menu.containing(EnglishWords.ofName(all.getFirst().name().en()), false);
    }
    List<MenuItem> among = all;
    List<MenuItem> whole = piece.items().stream().filter(among::contains).toList();
    if (!whole.isEmpty() || !piece.items().isEmpty()) {
      return whole.equals(counted.items) ? List.of() : whole;
    }
    List<MenuItem> partly =
        book.menu.containing(words, false).stream().filter(among::contains).toList();
    return partly.size() < among.size() ? partly : List.of();
  }

  /// Behind "on one of them" or "in one", which tells of how many an option is; `t` if it is told
  /// of all.
  int some(int t) {
    boolean told = text.is(t + 1, Part.ON, Part.TO) || text.said(t + 1).equals("in");
    if (!told || !text.is(t + 2, Part.NUMBER) || EnglishNumbers.isArticle(text.at(t + 2))) {
      return t;
    }
    if (text.is(t + 3, Part.OF_THEM)) {
      return t + 4;
    }
    boolean ends = !text.runsOn(t + 3) || text.is(t + 3, Part.AND, Part.SKIP);
    return ends ? t + 3 : t;
  }

  /// Whether the portions told from a word on are together just so many, and several.
  boolean makeUp(int from, @Nullable Integer quantity) {
    int sum = 0;
    int portions = 0;
    for (EnglishPiece piece : text.pieces()) {
      if (piece.from() < from) {
        continue;
      }
      if (piece.gap() == Word.Gap.LINE || piece.is(Part.VERB)) {
        break;
      }
      if (piece.is(Part.NUMBER) && !EnglishNumbers.isArticle(piece)) {
        sum += (int) piece.number();
        portions++;
      }
    }
    return quantity != null && portions > 1 && sum == quantity;
  }
}
