package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives portions their dish: "five pizzas, two with ham", "one large and one small margherita".
final class EnglishPortions {

  private final EnglishBook book;
  private final EnglishNotepad pad;
  private final EnglishKinds kinds;
  private final EnglishWaiting waiting;
  private final EnglishShares shares;
  private final Set<Draft> listed = new HashSet<>();
  private final Set<Draft> portioned = new HashSet<>();
  private @Nullable Draft whole;
  private @Nullable Draft headed;

  EnglishPortions(
      EnglishBook book, EnglishNotepad pad, EnglishKinds kinds, EnglishWaiting waiting) {
    this.book = book;
    this.pad = pad;
    this.kinds = kinds;
    this.waiting = waiting;
    this.shares = new EnglishShares(book, pad);
  }

  /// The dish is named.
  Draft name(@Nullable EnglishPhrase phrase, List<MenuItem> items, EnglishPiece piece) {
    Draft draft = new Draft(Draft.Wish.ADD, items, true, null);
    draft.from = phrase == null ? piece.from() : Math.min(phrase.from, piece.from());
    draft.to = piece.to();
    if (phrase != null) {
      book.choices.take(draft, phrase);
    }
    book.drafts.add(draft);
    waiting.name(draft, phrase);
    whole = draft;
    return draft;
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
  private @Nullable Draft settle(EnglishPhrase phrase) {
    Draft before = pad.current;
    Draft last = before != null && book.drafts.contains(before) ? before : lastAdded();
    if (last == null || last.wish != Draft.Wish.ADD || !book.choices.fits(last.items, phrase)) {
      return null;
    }
    if (headed != null && headed == last && phrase.number != null) {
      book.drafts.remove(last);
      headed = null;
      return another(last, phrase);
    }
    Draft base = whole;
    return base != null && splits(base, last, phrase) ? split(base, phrase) : another(last, phrase);
  }

  /// Whether the portion is some of those that were counted before.
  private boolean splits(Draft base, Draft last, EnglishPhrase phrase) {
    boolean told = portioned.contains(base);
    return book.drafts.contains(base)
        && base.items.equals(last.items)
        && phrase.number != null
        && base.quantity != null
        && base.quantity >= phrase.number
        && (base.quantity > phrase.number || told)
        && !contradicts(base, phrase)
        && (!listed.contains(base) || told || kinds.makeUp(phrase.from, base.quantity));
  }

  /// "Two large pizzas, and one medium", "three without sugar and one normal": what is otherwise in
  /// something of which a dish has but one is none of them.
  private boolean contradicts(Draft base, EnglishPhrase phrase) {
    return phrase.wishes.stream()
        .map(wish -> book.choices.choice(base.items, wish.piece().key()))
        .anyMatch(choice ->
            choice != null
                && choice.group().kind() != ModifierGroup.Kind.REMOVE
                && choice.group().max() == 1
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
    book.choices.take(portion, phrase);
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
      portion.takeSize(last);
    }
    book.choices.take(portion, phrase);
    book.drafts.add(portion);
    return portion;
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

  /// Ends the portion whose dish was not named: it is of the dish before, or waits for one.
  void close() {
    EnglishPhrase phrase = pad.open;
    EnglishPiece asked = pad.asked;
    pad.open = null;
    if (phrase != null && asked != null && isOfAsked(asked, phrase)) {
      pad.asked = null;
      pad.current = name(phrase, asked.meant(), asked);
    } else if (phrase != null && tells(phrase)) {
      Draft portion = settle(phrase);
      if (portion == null) {
        await(phrase);
      } else {
        pad.current = portion;
      }
    }
    pad.endList();
  }

  /// A mere "quick one" is no portion of a dish that is named later.
  private void await(EnglishPhrase phrase) {
    if (!(phrase.wishes.isEmpty() && phrase.notes.isEmpty())) {
      waiting.add(phrase);
    }
  }

  /// Whether it says more than a number; "one for me" does.
  private static boolean tells(EnglishPhrase phrase) {
    boolean counted = phrase.number != null && phrase.person != null;
    return counted || !(phrase.wishes.isEmpty() && phrase.notes.isEmpty());
  }

  /// "Do you have lasagna? I'll take two."
  private boolean isOfAsked(EnglishPiece asked, EnglishPhrase phrase) {
    return pad.wanted
        && phrase.number != null
        && lastAdded() == null
        && book.choices.fits(asked.meant(), phrase);
  }

  /// At "with" it is plain that no dish will be named before its toppings.
  void settleOpen() {
    EnglishPhrase phrase = pad.open;
    Draft portion = phrase == null ? null : settle(phrase);
    if (portion != null) {
      pad.open = null;
      pad.current = portion;
    }
  }

  /// "Two of them spicy".
  void ofThem() {
    EnglishPhrase phrase = pad.open;
    Draft base = whole;
    if (phrase != null && base == null && phrase.number != null) {
      shares.ofCart(phrase, phrase.number);
      return;
    }
    if (phrase == null
        || base == null
        || phrase.number == null
        || base.quantity == null
        || base.quantity < phrase.number) {
      return;
    }
    pad.open = null;
    pad.current = split(base, phrase);
  }

  /// So many of the dish spoken of, as a portion of their own.
  @Nullable Draft part(int number) {
    Draft base = whole;
    EnglishPhrase phrase = new EnglishPhrase(number, base == null ? 0 : base.from);
    if (base != null && base.quantity != null && base.quantity >= number) {
      return split(base, phrase);
    }
    pad.current = null;
    shares.ofCart(phrase, number);
    return pad.current;
  }

  /// Parts of lines of the cart.
  EnglishShares shares() {
    return shares;
  }
}
