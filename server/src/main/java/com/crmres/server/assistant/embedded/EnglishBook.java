package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Turn;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What an English order has come to so far: lines wanted, lines of the cart spoken of, options
/// taken and left.
final class EnglishBook {

  final EnglishMenu menu;
  final Turn turn;
  final List<Draft> drafts = new ArrayList<>();
  final Set<String> notOnMenu = new LinkedHashSet<>();

  EnglishBook(EnglishMenu menu, Turn turn) {
    this.menu = menu;
    this.turn = turn;
  }

  /// How an option was said.
  enum Way {
    TAKE,
    EXTRA,
    LIGHT,
    WITHOUT
  }

  /// The option that a key names for some item of a draft, not one that leaves something out.
  EnglishOptions.@Nullable Choice choice(List<MenuItem> items, String key) {
    return first(items, key, EnglishBook::isPositive);
  }

  private static boolean isPositive(EnglishOptions.Choice choice) {
    return choice.group().kind() != ModifierGroup.Kind.REMOVE || choice.says();
  }

  private EnglishOptions.@Nullable Choice open(Draft draft, String key) {
    EnglishOptions.Choice open =
        first(
            draft.items,
            key,
            choice ->
                isPositive(choice)
                    && (choice.group().max() != 1
                        || !draft.answered.contains(choice.group().id())));
    return open == null ? choice(draft.items, key) : open;
  }

  EnglishOptions.@Nullable Choice removal(List<MenuItem> items, String key) {
    return first(items, key, choice -> choice.group().kind() == ModifierGroup.Kind.REMOVE);
  }

  private EnglishOptions.@Nullable Choice first(
      List<MenuItem> items, String key, Predicate<EnglishOptions.Choice> wanted) {
    for (MenuItem item : items) {
      EnglishOptions.Choice choice = menu.options(item).find(item, key, wanted);
      if (choice != null) {
        return choice;
      }
    }
    return null;
  }

  boolean fits(Draft draft, EnglishPiece piece) {
    return piece.isOption() && choice(draft.items, piece.key()) != null;
  }

  /// Takes an option into a draft, or notes the wish.
  ///
  /// @return whether the menu has such an option
  boolean take(Draft draft, EnglishPiece piece, Way way) {
    draft.to = Math.max(draft.to, piece.to());
    return switch (way) {
      case WITHOUT -> doWithout(draft, piece);
      case EXTRA -> takeMore(draft, piece);
      case LIGHT -> takeLess(draft, piece);
      case TAKE -> takePlainly(draft, piece.key());
    };
  }

  private boolean takePlainly(Draft draft, String key) {
    EnglishOptions.Choice left =
        first(
            draft.items,
            key,
            choice ->
                choice.group().kind() == ModifierGroup.Kind.REMOVE && has(draft, choice.option()));
    if (left != null) {
      drop(draft, left.option());
      return true;
    }
    if (open(draft, key) == null) {
      return false;
    }
    for (MenuItem item : draft.items) {
      EnglishOptions.Choice one =
          menu.options(item).find(item, key, choice -> same(choice, open(draft, key)));
      EnglishOptions.Choice choice =
          one != null ? one : menu.options(item).find(item, key, EnglishBook::isPositive);
      if (choice != null) {
        draft.take(new OptionNames.Hit(choice.group(), choice.option(), 0, true));
      }
    }
    return true;
  }

  private static boolean same(EnglishOptions.Choice one, EnglishOptions.@Nullable Choice other) {
    return other != null && one.option().id().equals(other.option().id());
  }

  private boolean takeMore(Draft draft, EnglishPiece piece) {
    for (String more : List.of("extra", "double", "more", "add")) {
      if (takePlainly(draft, more + piece.key())) {
        return true;
      }
    }
    boolean taken = takePlainly(draft, piece.key());
    if (!taken) {
      draft.notes.add("extra " + piece.said());
    }
    return taken;
  }

  private boolean takeLess(Draft draft, EnglishPiece piece) {
    for (String less : List.of("light", "less", "low", "little", "lite")) {
      if (takePlainly(draft, less + piece.key())) {
        return true;
      }
    }
    EnglishOptions.Choice choice = choice(draft.items, piece.key());
    if (choice != null
        && choice.group().kind() == ModifierGroup.Kind.ADDON
        && !choice.option().name().en().startsWith("Extra")) {
      takePlainly(draft, piece.key());
    }
    draft.notes.add("light " + piece.said());
    return choice != null;
  }

  private boolean doWithout(Draft draft, EnglishPiece piece) {
    String key = piece.key();
    EnglishOptions.Choice removal = removal(draft.items, key);
    EnglishOptions.Choice negative = choice(draft.items, "no" + key);
    EnglishOptions.Choice taken = first(draft.items, key, choice -> has(draft, choice.option()));
    if (taken != null) {
      drop(draft, taken.option());
    } else if (removal != null) {
      draft.take(new OptionNames.Hit(removal.group(), removal.option(), 0, true));
    } else if (negative != null) {
      takePlainly(draft, "no" + key);
    } else if (!hasAnyway(draft, key)) {
      draft.notes.add(Notes.WITHOUT + piece.said());
      return false;
    }
    return true;
  }

  /// "Not spicy" of what is mild unless something else is said; "no syrup" of one with vanilla
  /// syrup.
  private boolean hasAnyway(Draft draft, String key) {
    EnglishOptions.Choice named = choice(draft.items, key);
    if (named != null
        && named.group().kind() != ModifierGroup.Kind.ADDON
        && named.group().options().stream().anyMatch(ModifierOption::standard)) {
      return true;
    }
    List<ModifierOption> had =
        draft.items.stream()
            .flatMap(item -> item.groups().stream())
            .flatMap(group -> group.options().stream())
            .filter(option -> has(draft, option))
            .filter(option -> EnglishWords.ofName(option.name().en()).contains(key))
            .toList();
    had.forEach(option -> drop(draft, option));
    return !had.isEmpty();
  }

  private static boolean has(Draft draft, ModifierOption option) {
    return draft.take.contains(option.id())
        || (draft.line != null
            && draft.line.optionIds().contains(option.id())
            && !draft.leave.contains(option.id()));
  }

  private static void drop(Draft draft, ModifierOption option) {
    draft.take.remove(option.id());
    if (draft.line != null && draft.line.optionIds().contains(option.id())) {
      draft.leave.add(option.id());
    }
  }

  /// A line of the cart of one of these items, the last one first.
  @Nullable CartLine line(List<MenuItem> items) {
    return turn.cart().lines().reversed().stream()
        .filter(line -> items.stream().anyMatch(item -> item.id().equals(line.itemId())))
        .filter(line -> !isRemoved(line))
        .findFirst()
        .orElse(null);
  }

  /// What was wanted of these items in this turn, the last first.
  @Nullable Draft draft(List<MenuItem> items) {
    return drafts.reversed().stream()
        .filter(draft -> draft.wish == Draft.Wish.ADD)
        .filter(draft -> draft.items.stream().anyMatch(items::contains))
        .findFirst()
        .orElse(null);
  }

  /// The draft in which a line of the cart is changed.
  @Nullable Draft about(CartLine line) {
    for (Draft draft : drafts) {
      if (line.equals(draft.line)) {
        return draft.wish == Draft.Wish.REMOVE ? null : draft;
      }
    }
    MenuItem item = item(line.itemId());
    if (item == null) {
      return null;
    }
    Draft draft = new Draft(Draft.Wish.CHANGE, List.of(item), true, line);
    drafts.add(draft);
    return draft;
  }

  /// These items as they were ordered: in this turn, or in the cart.
  @Nullable Draft target(List<MenuItem> items) {
    Draft draft = draft(items);
    CartLine line = line(items);
    return draft != null ? draft : line == null ? null : about(line);
  }

  /// What words name as it was ordered: what has the whole name before what has a part of it.
  @Nullable Draft target(EnglishPiece piece) {
    Draft whole = piece.items().isEmpty() ? null : target(piece.items());
    List<String> words = EnglishWords.ofName(piece.said());
    return whole != null || words.isEmpty() ? whole : target(menu.containing(words, false));
  }

  private @Nullable MenuItem item(UUID id) {
    return menu.item(id);
  }

  private boolean isRemoved(CartLine line) {
    return drafts.stream()
        .anyMatch(draft -> line.equals(draft.line) && draft.wish == Draft.Wish.REMOVE);
  }

  /// What is being spoken of: the last thing wanted, the line we asked about, or the cart's last.
  @Nullable Draft focus() {
    Draft last = drafts.isEmpty() ? null : drafts.getLast();
    if (last != null && last.wish != Draft.Wish.REMOVE && last.wish != Draft.Wish.TELL_PRICE) {
      return last;
    }
    CartLine line = focusLine();
    return line == null ? null : about(line);
  }

  /// The line we asked about, or the last one of the cart.
  @Nullable CartLine focusLine() {
    if (turn.pending() instanceof PendingQuestion.ChooseOption asked) {
      for (CartLine line : turn.cart().lines()) {
        if (line.id().equals(asked.lineId())) {
          return line;
        }
      }
    }
    return turn.cart().lines().reversed().stream()
        .filter(line -> !isRemoved(line))
        .findFirst()
        .orElse(null);
  }

  /// The line of the cart from which this was left out; null if it was from none.
  @Nullable Draft lineWithout(EnglishPiece piece) {
    for (CartLine line : turn.cart().lines().reversed()) {
      MenuItem item = item(line.itemId());
      EnglishOptions.Choice choice = item == null ? null : removal(List.of(item), piece.key());
      if (choice != null && line.optionIds().contains(choice.option().id())) {
        return about(line);
      }
    }
    return null;
  }

  /// The line of the cart that has an option, or could have it; the last one first.
  @Nullable Draft lineFor(EnglishPiece piece, boolean having) {
    CartLine focus = focusLine();
    List<CartLine> lines = new ArrayList<>(turn.cart().lines().reversed());
    if (focus != null) {
      lines.remove(focus);
      lines.addFirst(focus);
    }
    for (CartLine line : lines) {
      MenuItem item = item(line.itemId());
      if (item != null && !isRemoved(line) && fits(line, item, piece, having)) {
        return about(line);
      }
    }
    return null;
  }

  /// The line of the cart whose item has an option of this name; null if none has.
  @Nullable Draft lineNamed(String key) {
    for (CartLine line : turn.cart().lines().reversed()) {
      MenuItem item = item(line.itemId());
      if (item != null && !isRemoved(line) && choice(List.of(item), key) != null) {
        return about(line);
      }
    }
    return null;
  }

  private boolean fits(CartLine line, MenuItem item, EnglishPiece piece, boolean having) {
    return menu.options(item)
            .find(
                item,
                piece.key(),
                choice -> !having || line.optionIds().contains(choice.option().id()))
        != null;
  }

  void remove(Draft draft) {
    if (draft.line == null) {
      drafts.remove(draft);
    } else {
      draft.wish = Draft.Wish.REMOVE;
    }
  }

  /// Puts other items in the place of a draft, which keeps its number and what the others have of
  /// its options.
  Draft replace(Draft old, List<MenuItem> items) {
    Draft instead = new Draft(Draft.Wish.ADD, items, true, null);
    CartLine line = old.line;
    instead.quantity =
        old.quantity != null
            ? old.quantity
            : line == null ? null : Integer.valueOf(line.quantity());
    Set<UUID> options = new LinkedHashSet<>(line == null ? List.of() : line.optionIds());
    options.addAll(old.take);
    options.removeAll(old.leave);
    for (MenuItem before : old.items) {
      options.forEach(id -> before.option(id).ifPresent(option -> carry(instead, option)));
    }
    if (line != null && line.person() != null) {
      instead.person = line.person();
    }
    remove(old);
    drafts.add(instead);
    return instead;
  }

  /// Gives a draft the number and options of the line it replaces, where it has none of its own.
  void inherit(Draft draft, Draft old) {
    CartLine line = old.line;
    if (draft.quantity == null) {
      draft.quantity =
          old.quantity != null
              ? old.quantity
              : line == null ? null : Integer.valueOf(line.quantity());
    }
    Set<UUID> options = new LinkedHashSet<>(line == null ? List.of() : line.optionIds());
    options.addAll(old.take);
    for (MenuItem before : old.items) {
      options.forEach(id -> before.option(id).ifPresent(option -> carry(draft, option)));
    }
  }

  private static void carry(Draft draft, ModifierOption option) {
    for (MenuItem item : draft.items) {
      for (ModifierGroup group : item.groups()) {
        for (ModifierOption other : group.options()) {
          if (draft.answered.contains(group.id()) && group.max() == 1) {
            continue;
          }
          if (other.id().equals(option.id()) || other.name().equals(option.name())) {
            draft.take(new OptionNames.Hit(group, other, 0, true));
            return;
          }
        }
      }
    }
  }
}
