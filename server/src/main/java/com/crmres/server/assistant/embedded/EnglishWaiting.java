package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps portions until the dish behind them is named: "one large and one small margherita".
final class EnglishWaiting {

  private final EnglishBook book;
  private final List<Waiting> deferred = new ArrayList<>();
  private final Map<Draft, List<Draft>> followers = new HashMap<>();

  EnglishWaiting(EnglishBook book) {
    this.book = book;
  }

  /// A portion that waits for its dish to be named, and where its line shall stand.
  private record Waiting(EnglishPhrase phrase, int place) {}

  void add(EnglishPhrase phrase) {
    deferred.add(new Waiting(phrase, book.drafts.size()));
  }

  /// A dish is named: those that may be of it are.
  void name(Draft draft, @Nullable EnglishPhrase phrase) {
    for (Waiting waiting : List.copyOf(deferred)) {
      if (!book.choices.fits(draft.items, waiting.phrase())) {
        continue;
      }
      if (isSome(waiting.phrase(), phrase)) {
        tellApart(waiting, draft, phrase);
      } else {
        deferred.remove(waiting);
        name(waiting, draft, phrase);
      }
    }
  }

  /// "Two larges, one pepperoni and one margherita": the dish is one of those that were counted.
  private boolean isSome(EnglishPhrase counted, @Nullable EnglishPhrase named) {
    return counted.number != null
        && (counted.number > 1 || counted.begun)
        && named != null
        && named.number != null
        && (named.number < counted.number || (counted.begun && named.number.equals(counted.number)))
        && counted.wishes.stream().allMatch(wish -> book.menu.isSize(wish.piece().key()))
        && named.wishes.stream().noneMatch(wish -> book.menu.isSize(wish.piece().key()));
  }

  private void tellApart(Waiting waiting, Draft draft, @Nullable EnglishPhrase named) {
    waiting.phrase().wishes.forEach(wish -> book.choices.take(draft, wish.piece(), wish.way()));
    Integer counted = waiting.phrase().number;
    Integer number = named == null ? null : named.number;
    deferred.remove(waiting);
    if (counted != null && number != null && counted > number) {
      EnglishPhrase rest = new EnglishPhrase(counted - number, waiting.phrase().from);
      rest.wishes.addAll(waiting.phrase().wishes);
      rest.begun = true;
      deferred.add(new Waiting(rest, waiting.place()));
    }
  }

  /// A portion that waited is of the dish that is named now.
  private void name(Waiting waiting, Draft named, @Nullable EnglishPhrase phrase) {
    Draft other = new Draft(Draft.Wish.ADD, named.items, true, null);
    other.from = waiting.phrase().from;
    other.to = named.to;
    book.choices.take(other, waiting.phrase());
    if (waiting.phrase().wishes.stream().allMatch(wish -> book.menu.isSize(wish.piece().key()))) {
      share(phrase, other);
      followers.computeIfAbsent(named, _ -> new ArrayList<>()).add(other);
    }
    book.drafts.add(Math.min(waiting.place(), book.drafts.size()), other);
  }

  /// What is told of a dish is told of the portions before it, too.
  void tell(Draft draft, EnglishPiece piece, Way way) {
    for (Draft follower : followers.getOrDefault(draft, List.of())) {
      EnglishOptions.Choice choice = book.choices.choice(follower.items, piece.key());
      if (choice == null
          || choice.group().max() > 1
          || !follower.answered.contains(choice.group().id())) {
        book.choices.take(follower, piece, way);
      }
    }
  }

  /// "One large and one small pepperoni pizza": both are of pepperoni.
  private void share(@Nullable EnglishPhrase named, Draft other) {
    if (named == null) {
      return;
    }
    for (EnglishPhrase.Wish wish : named.wishes) {
      EnglishOptions.Choice choice = book.choices.choice(other.items, wish.piece().key());
      if (choice != null && !other.answered.contains(choice.group().id())) {
        book.choices.take(other, wish.piece(), wish.way());
      }
    }
  }

  /// What never got a dish named is of the only one that has all that was said.
  void inferAll() {
    for (Waiting waiting : List.copyOf(deferred)) {
      if (!waiting.phrase().begun && !isOfCart(waiting.phrase())) {
        infer(waiting);
      }
    }
    deferred.clear();
  }

  /// "One spicy, one normal", of two in the cart.
  private boolean isOfCart(EnglishPhrase phrase) {
    Integer number = phrase.number;
    if (number == null) {
      return false;
    }
    for (CartLine line : book.turn.cart().lines().reversed()) {
      Draft ordered = line.quantity() > 1 ? book.about(line) : null;
      if (ordered != null
          && ordered.ordered() >= number
          && book.choices.fits(ordered.items, phrase)) {
        take(ordered, line, phrase, number);
        return true;
      }
    }
    return false;
  }

  private void take(Draft ordered, CartLine line, EnglishPhrase phrase, int number) {
    if (ordered.ordered() == number) {
      book.choices.take(ordered, phrase);
      ordered.quantity = line.quantity() == number ? null : Integer.valueOf(number);
      return;
    }
    Draft portion = new Draft(Draft.Wish.ADD, ordered.items, true, null);
    portion.replace(ordered);
    portion.from = phrase.from;
    portion.to = phrase.from + 1;
    ordered.quantity = ordered.ordered() - number;
    book.choices.take(portion, phrase);
    portion.quantity = number;
    book.drafts.add(portion);
  }

  private void infer(Waiting waiting) {
    EnglishPhrase phrase = waiting.phrase();
    List<MenuItem> all = new ArrayList<>();
    boolean tells = phrase.wishes.stream().anyMatch(wish -> wish.way() != Way.WITHOUT);
    for (MenuItem item : book.menu.items()) {
      if (tells && book.choices.fits(List.of(item), phrase)) {
        all.add(item);
      }
    }
    if (all.isEmpty() || (all.size() > EnglishBook.MOST_ASKED && phrase.number == null)) {
      return;
    }
    Draft draft = new Draft(Draft.Wish.ADD, EnglishBook.few(all), true, null);
    draft.from = phrase.from;
    draft.to = phrase.from + 1;
    book.choices.take(draft, phrase);
    book.drafts.add(Math.min(waiting.place(), book.drafts.size()), draft);
  }

  /// Asked which of several he wants, he names one, and says no new number: it is as many as
  /// before.
  void answerCount() {
    if (book.turn.pending() instanceof PendingQuestion.WhichItem which) {
      book.drafts.stream()
          .filter(draft -> draft.wish == Draft.Wish.ADD && draft.quantity == null)
          .filter(draft -> which.itemIds().contains(draft.items.getFirst().id()))
          .findFirst()
          .ifPresent(draft -> draft.quantity = which.quantity());
    }
  }
}
