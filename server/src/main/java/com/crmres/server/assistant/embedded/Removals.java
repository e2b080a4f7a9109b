package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads what is to go but is not named as an item: a part of one, all of a kind, all the rest.
final class Removals {

  private static final Set<String> FROM = Set.of("من", "عن", "في", "علي", "from", "on", "in");

  private static final Set<String> EXCEPT = Set.of("الا", "ماعدا", "عدا", "غير", "سوي");
  private static final int MOST_BETWEEN = 5;

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

  /// "شيل كل شي إلا الحمص": what is named stays, the rest goes.
  boolean allBut(int t) {
    int kept = keptFrom(t);
    if (kept < 0) {
      return false;
    }
    List<UUID> stay = new ArrayList<>();
    int next = kept;
    while (next < text.tags.size()
        && (next == kept || text.words.get(text.tags.get(next).from()).gap() != Word.Gap.LINE)) {
      Mention mention = text.tags.get(next++).mention();
      CartLine line = mention == null ? null : pad.lineOf(mention);
      if (line != null) {
        stay.add(line.id());
      }
    }
    if (stay.isEmpty()) {
      return false;
    }
    pad.turn.cart().lines().stream()
        .filter(line -> !stay.contains(line.id()))
        .forEach(this::remove);
    pad.skipTo = text.tags.get(next - 1).to();
    pad.mode = Notepad.Mode.ADD;
    return true;
  }

  /// Index behind the word of exception that follows "all"; -1 if none does.
  private int keptFrom(int t) {
    for (int i = t; i < Math.min(text.tags.size(), t + MOST_BETWEEN); i++) {
      Tag tag = text.tags.get(i);
      boolean all = i == t ? tag.means("CLEAR") : tag.means("ALL") || tag.isOf("stop");
      if (i > t && (isExcept(tag) || tag.means("MOD:ONLY"))) {
        return i + 1;
      }
      if (i > t && !all) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isExcept(Tag tag) {
    return EXCEPT.contains(text.words.get(tag.to() - 1).text());
  }

  private void remove(CartLine line) {
    MenuItem item = pad.menu.item(line.itemId()).orElse(null);
    Draft draft = item == null ? null : pad.changeOf(line, item);
    if (draft != null) {
      draft.wish = Draft.Wish.REMOVE;
    }
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
