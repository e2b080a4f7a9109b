package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives portions their dish: "five pizzas, two with ham", "one large and one small margherita".
final class EnglishPortions {

  private static final int MOST_ASKED = 10;

  private final EnglishBook book;
  private final EnglishReader reader;
  private final List<Waiting> deferred = new ArrayList<>();
  private final Set<Draft> listed = new HashSet<>();
  private final Map<Draft, List<Draft>> followers = new HashMap<>();
  private final Set<Draft> portioned = new HashSet<>();
  private @Nullable Draft whole;
  private @Nullable Draft headed;

  EnglishPortions(EnglishBook book, EnglishReader reader) {
    this.book = book;
    this.reader = reader;
  }

  /// A portion that waits for its dish to be named, and where its line shall stand.
  private record Waiting(EnglishPhrase phrase, int place) {}

  /// The dish is named.
  @Nullable Draft name(@Nullable EnglishPhrase phrase, List<MenuItem> items, EnglishPiece piece) {
    Draft draft = new Draft(Draft.Wish.ADD, items, true, null);
    draft.from = phrase == null ? piece.from() : Math.min(phrase.from, piece.from());
    draft.to = piece.to();
    if (phrase != null) {
      fill(draft, phrase);
    }
    book.drafts.add(draft);
    for (Waiting waiting : List.copyOf(deferred)) {
      if (fits(items, waiting.phrase())) {
        deferred.remove(waiting);
        Draft other = new Draft(Draft.Wish.ADD, items, true, null);
        other.from = waiting.phrase().from;
        other.to = piece.to();
        fill(other, waiting.phrase());
        boolean onlySized =
            waiting.phrase().wishes.stream().allMatch(wish -> book.menu.isSize(wish.piece().key()));
        if (!onlySized) {
          book.drafts.add(Math.min(waiting.place(), book.drafts.size()), other);
          continue;
        }
        share(phrase, other);
        followers.computeIfAbsent(draft, _ -> new ArrayList<>()).add(other);
        book.drafts.add(Math.min(waiting.place(), book.drafts.size()), other);
      }
    }
    whole = draft;
    return draft;
  }

  /// What is told of a dish is told of the portions before it, too.
  void tell(Draft draft, EnglishPiece piece, EnglishBook.Way way) {
    for (Draft follower : followers.getOrDefault(draft, List.of())) {
      EnglishOptions.Choice choice = book.choice(follower.items, piece.key());
      if (choice == null
          || choice.group().max() > 1
          || !follower.answered.contains(choice.group().id())) {
        book.take(follower, piece, way);
      }
    }
  }

  /// "One large and one small pepperoni pizza": both are of pepperoni.
  private void share(@Nullable EnglishPhrase named, Draft other) {
    if (named == null) {
      return;
    }
    for (EnglishPhrase.Wish wish : named.wishes) {
      EnglishOptions.Choice choice = book.choice(other.items, wish.piece().key());
      if (choice != null && !other.answered.contains(choice.group().id())) {
        book.take(other, wish.piece(), wish.way());
      }
    }
  }

  private void fill(Draft draft, EnglishPhrase phrase) {
    draft.quantity = phrase.number != null ? phrase.number : draft.quantity;
    for (EnglishPhrase.Wish wish : phrase.wishes) {
      if (!book.take(draft, wish.piece(), wish.way()) && wish.way() == EnglishBook.Way.TAKE) {
        draft.notes.add(wish.piece().said());
      }
    }
    draft.notes.addAll(phrase.notes);
    draft.person = phrase.person;
  }

  private boolean fits(List<MenuItem> items, EnglishPhrase phrase) {
    return phrase.wishes.stream()
        .filter(wish -> wish.way() != EnglishBook.Way.WITHOUT)
        .allMatch(wish -> book.choice(items, wish.piece().key()) != null);
  }

  /// What follows tells how many of a dish there are of each kind.
  void head(Draft draft) {
    if (draft.wish == Draft.Wish.ADD && draft.quantity == null) {
      headed = draft;
    }
  }

  /// How many are left of a dish of which some have been told apart.
  int remaining() {
    Draft base = whole;
    return base != null
            && portioned.contains(base)
            && book.drafts.contains(base)
            && base.quantity != null
        ? base.quantity
        : 0;
  }

  boolean hasPortions() {
    Draft base = whole;
    return base != null && base.quantity != null && base.quantity > 1;
  }

  /// It is plain that the portion names no dish: it is one of the dish before, if that fits.
  @Nullable Draft settle(EnglishPhrase phrase, @Nullable Draft before) {
    Draft last = before != null && book.drafts.contains(before) ? before : lastAdded();
    if (last == null || last.wish != Draft.Wish.ADD || !fits(last.items, phrase)) {
      return null;
    }
    if (headed != null && headed == last && phrase.number != null) {
      book.drafts.remove(last);
      headed = null;
      return another(last, phrase);
    }
    Draft base = whole;
    boolean splits =
        base != null
            && book.drafts.contains(base)
            && base.items.equals(last.items)
            && phrase.number != null
            && base.quantity != null
            && base.quantity >= phrase.number
            && (base.quantity > phrase.number || portioned.contains(base))
            && !contradicts(base, phrase)
            && (!listed.contains(base)
                || portioned.contains(base)
                || reader.kinds.makeUp(phrase.from, base.quantity));
    return splits && base != null ? split(base, phrase) : another(last, phrase);
  }

  /// "Two large pizzas, and one medium": one of another size is none of them.
  private boolean contradicts(Draft base, EnglishPhrase phrase) {
    return phrase.wishes.stream()
        .map(wish -> book.choice(base.items, wish.piece().key()))
        .anyMatch(choice ->
            choice != null
                && choice.group().kind() == ModifierGroup.Kind.SIZE
                && base.answered.contains(choice.group().id())
                && !base.take.contains(choice.option().id()));
  }

  /// Toppings were told of it as of all: it has no portions that differ.
  void listedOn(Draft draft) {
    listed.add(draft);
  }

  private Draft split(Draft base, EnglishPhrase phrase) {
    int number = phrase.number == null ? 1 : phrase.number;
    Draft portion = base.again();
    portion.takeFrom(base);
    fill(portion, phrase);
    portioned.add(base);
    base.quantity = base.quantity == null ? 0 : base.quantity - number;
    book.drafts.add(portion);
    if (base.quantity == 0) {
      book.drafts.remove(base);
    }
    return portion;
  }

  private Draft another(Draft last, EnglishPhrase phrase) {
    Draft portion = last.again();
    portion.from = phrase.from;
    if (phrase.alike) {
      keepSize(last, portion);
    }
    fill(portion, phrase);
    book.drafts.add(portion);
    return portion;
  }

  /// "One large with mushrooms and another with olives".
  private static void keepSize(Draft last, Draft portion) {
    last.items.stream()
        .flatMap(item -> item.groups().stream())
        .filter(group -> group.kind() == ModifierGroup.Kind.SIZE)
        .flatMap(group -> group.options().stream())
        .filter(option -> last.take.contains(option.id()))
        .forEach(option -> portion.take.add(option.id()));
  }

  private @Nullable Draft lastAdded() {
    for (Draft draft : book.drafts.reversed()) {
      if (draft.wish == Draft.Wish.ADD) {
        return draft;
      }
    }
    return null;
  }

  /// How many are left of the dish whose portions are told.
  int rest() {
    Draft base = whole;
    return base == null || base.quantity == null || !book.drafts.contains(base) ? 1 : base.quantity;
  }

  /// The portion ends.
  @Nullable Draft close(EnglishPhrase phrase, @Nullable Draft before) {
    if (phrase.wishes.isEmpty() && phrase.notes.isEmpty()) {
      return null;
    }
    Draft portion = settle(phrase, before);
    if (portion == null) {
      deferred.add(new Waiting(phrase, book.drafts.size()));
    }
    return portion;
  }

  /// "Two of them spicy".
  void ofThem() {
    EnglishPhrase phrase = reader.open;
    Draft base = whole;
    if (phrase != null && base == null && phrase.number != null) {
      ofCart(phrase, phrase.number);
      return;
    }
    if (phrase == null
        || base == null
        || phrase.number == null
        || base.quantity == null
        || base.quantity < phrase.number) {
      return;
    }
    reader.open = null;
    reader.current = split(base, phrase);
  }

  /// So many of the dish spoken of, as a portion of their own.
  @Nullable Draft part(int number) {
    Draft base = whole;
    EnglishPhrase phrase = new EnglishPhrase(number, base == null ? 0 : base.from);
    if (base != null && base.quantity != null && base.quantity >= number) {
      return split(base, phrase);
    }
    reader.current = null;
    ofCart(phrase, number);
    return reader.current;
  }

  /// "Make one of them spicy", of three in the cart.
  private void ofCart(EnglishPhrase phrase, int number) {
    Draft focus = book.focus();
    CartLine line = focus == null ? null : focus.line;
    if (focus == null || line == null || line.quantity() <= number) {
      return;
    }
    focus.quantity = line.quantity() - number;
    Draft portion = new Draft(Draft.Wish.ADD, focus.items, true, null);
    book.inherit(portion, focus);
    portion.from = phrase.from;
    portion.to = phrase.from + 1;
    portion.quantity = number;
    book.drafts.add(portion);
    reader.open = null;
    reader.current = portion;
    reader.wanted = true;
  }

  /// What never got a dish named is of the only one that has all that was said.
  void inferAll() {
    for (Waiting waiting : List.copyOf(deferred)) {
      infer(waiting);
    }
    deferred.clear();
  }

  private void infer(Waiting waiting) {
    EnglishPhrase phrase = waiting.phrase();
    List<MenuItem> all = new ArrayList<>();
    boolean tells = phrase.wishes.stream().anyMatch(wish -> wish.way() != EnglishBook.Way.WITHOUT);
    for (MenuItem item : book.menu.items()) {
      if (tells && fits(List.of(item), phrase)) {
        all.add(item);
      }
    }
    if (all.isEmpty() || (all.size() > MOST_ASKED && phrase.number == null)) {
      return;
    }
    Draft draft =
        new Draft(Draft.Wish.ADD, all.subList(0, Math.min(MOST_ASKED, all.size())), true, null);
    draft.from = phrase.from;
    draft.to = phrase.from + 1;
    fill(draft, phrase);
    book.drafts.add(Math.min(waiting.place(), book.drafts.size()), draft);
  }
}
