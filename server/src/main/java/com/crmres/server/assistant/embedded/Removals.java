package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads what is to go but is not named as an item: a part of one, all of a kind, all the rest.
final class Removals {

  private static final Set<String> FROM = Set.of("من", "عن", "في", "علي", "from", "on", "in");

  private final Notepad pad;
  private final Sentence text;
  private final Omissions omissions;
  private final Choices choices;

  Removals(Notepad pad, Sentence text, Omissions omissions, Choices choices) {
    this.pad = pad;
    this.text = text;
    this.omissions = omissions;
    this.choices = choices;
  }

  /// "شيل الجبن من البرجر": the cheese goes, the burger stays.
  boolean part(int t) {
    if (t + 3 >= text.tags.size() || !isFrom(text.tags.get(t + 2))) {
      return false;
    }
    Tag whole = text.tags.get(t + 3);
    Mention mention = whole.mention();
    Draft draft = mention == null ? null : spokenOf(mention);
    int word = text.tags.get(t + 1).from();
    if (draft == null || choices.anyOption(draft, word).isEmpty()) {
      return false;
    }
    omissions.leaveOut(draft, word);
    pad.current = draft;
    pad.mode = Notepad.Mode.ADD;
    pad.skipTo = whole.to();
    return true;
  }

  private boolean isFrom(Tag tag) {
    String word = text.words.get(tag.from()).text();
    return FROM.contains(word);
  }

  private @Nullable Draft spokenOf(Mention mention) {
    CartLine line = pad.lineOf(mention);
    Optional<MenuItem> item = line == null ? Optional.empty() : pad.menu.item(line.itemId());
    return line == null || item.isEmpty() ? pad.draftOf(mention) : pad.changeOf(line, item.get());
  }

  /// "البيبسي شيله": what was named to be removed is the one in the cart.
  boolean named(Draft draft) {
    boolean there =
        draft.line == null
            && draft.quantity == null
            && isInCart(item -> draft.items.contains(item));
    if (there) {
      pad.drafts.remove(draft);
      removeLines(item -> draft.items.contains(item));
    }
    return there;
  }

  /// "البيتزا بس، الباقي شيله": what was not named goes.
  boolean rest(int t) {
    boolean before = t > 0 && text.tags.get(t - 1).means("REST");
    boolean behind = t + 1 < text.tags.size() && text.tags.get(t + 1).means("REST");
    if (!before && !behind) {
      return false;
    }
    List<UUID> kept =
        pad.drafts.stream().flatMap(draft -> draft.items.stream()).map(MenuItem::id).toList();
    pad.drafts.removeIf(
        draft -> draft.wish == Draft.Wish.ADD && isInCart(item -> draft.items.contains(item)));
    removeLines(item -> !kept.contains(item.id()));
    pad.mode = Notepad.Mode.ADD;
    return true;
  }

  /// "احذف الحلا كله": a category of the menu goes.
  boolean category(Tag tag) {
    Optional<Menu.Category> named =
        pad.mode == Notepad.Mode.REMOVE
            ? pad.menu.category(text.words, tag.from(), tag.from() + 1)
            : Optional.empty();
    return named.isPresent() && removeLines(named.get().items()::contains);
  }

  private boolean isInCart(Predicate<MenuItem> test) {
    return pad.turn.cart().lines().stream()
        .anyMatch(line -> pad.menu.item(line.itemId()).filter(test).isPresent());
  }

  private boolean removeLines(Predicate<MenuItem> test) {
    boolean some = isInCart(test);
    for (CartLine line : pad.turn.cart().lines()) {
      MenuItem item = pad.menu.item(line.itemId()).orElse(null);
      Draft draft = item == null || !test.test(item) ? null : pad.changeOf(line, item);
      if (draft != null) {
        draft.wish = Draft.Wish.REMOVE;
      }
    }
    return some;
  }
}
