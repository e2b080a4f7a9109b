package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.cart.CartLine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the customer wants with one item, while the sentence is still being read.
final class Draft {

  /// What is to happen with the item.
  enum Wish {
    ADD,
    CHANGE,
    REMOVE,
    TELL_PRICE
  }

  Wish wish;
  List<MenuItem> items;
  final boolean sure;
  final @Nullable CartLine line;
  final Set<UUID> take = new LinkedHashSet<>();
  final Set<UUID> leave = new LinkedHashSet<>();
  final Set<UUID> answered = new LinkedHashSet<>();
  final Set<String> notes = new LinkedHashSet<>();
  @Nullable Integer quantity;
  @Nullable String person;
  boolean replaced;
  int sentence;
  int clause;
  int from;
  int to;

  Draft(Wish wish, List<MenuItem> items, boolean sure, @Nullable CartLine line) {
    this.wish = wish;
    this.items = List.copyOf(items);
    this.sure = sure;
    this.line = line;
  }

  boolean has(UUID optionId) {
    return take.contains(optionId) || (line != null && line.optionIds().contains(optionId));
  }

  boolean isOneOf(List<MenuItem> others) {
    return items.stream().anyMatch(others::contains);
  }

  /// How many there are: as said, or as they stand in the cart.
  int ordered() {
    if (quantity != null) {
      return quantity;
    }
    return line == null ? 1 : line.quantity();
  }

  /// Takes an option in; another size replaces the one before.
  void take(OptionNames.Hit hit) {
    if (hit.group().max() == 1) {
      hit.group().options().forEach(option -> take.remove(option.id()));
    }
    take.add(hit.option().id());
    leave.remove(hit.option().id());
    answered.add(hit.group().id());
  }

  /// Does without: an ingredient is left out, an extra is taken back.
  void doWithout(OptionNames.Hit hit) {
    if (hit.group().kind() == ModifierGroup.Kind.REMOVE) {
      take.add(hit.option().id());
      leave.remove(hit.option().id());
    } else {
      take.remove(hit.option().id());
      if (line != null && line.optionIds().contains(hit.option().id())) {
        leave.add(hit.option().id());
      }
    }
  }

  /// Has an ingredient again that was left out.
  void bringBack(OptionNames.Hit hit) {
    take.remove(hit.option().id());
    if (line != null && line.optionIds().contains(hit.option().id())) {
      leave.add(hit.option().id());
    }
  }

  /// Another portion of the same, so far without choices.
  Draft again() {
    Draft other = new Draft(Wish.ADD, items, sure, null);
    other.sentence = sentence;
    other.clause = clause;
    other.from = from;
    other.to = to;
    return other;
  }

  /// Takes over what was not said anew.
  void inherit(Inheritance before) {
    quantity = quantity == null ? before.quantity() : quantity;
    person = person == null ? before.person() : person;
    items.stream()
        .flatMap(item -> item.groups().stream())
        .filter(group -> !answered.contains(group.id()))
        .forEach(group -> before.chosen(group).ifPresent(option -> take.add(option.id())));
  }

  /// Takes the number of the one in whose place it comes, and the options that it can have.
  void replace(Draft old) {
    if (quantity == null && (old.quantity != null || old.line != null)) {
      quantity = old.ordered();
    }
    Set<UUID> options = new LinkedHashSet<>(old.line == null ? List.of() : old.line.optionIds());
    options.addAll(old.take);
    options.removeAll(old.leave);
    for (MenuItem before : old.items) {
      options.forEach(id -> before.option(id).ifPresent(this::carry));
    }
  }

  private void carry(ModifierOption option) {
    for (MenuItem item : items) {
      for (ModifierGroup group : item.groups()) {
        for (ModifierOption other : group.options()) {
          if (answered.contains(group.id()) && group.max() == 1) {
            continue;
          }
          if (other.id().equals(option.id()) || other.name().equals(option.name())) {
            take(new OptionNames.Hit(group, other, 0, true));
            return;
          }
        }
      }
    }
  }

  /// Begins with the choices of another.
  void takeFrom(Draft other) {
    take.addAll(other.take);
    answered.addAll(other.answered);
    notes.addAll(other.notes);
  }

  /// Begins in the size of another: "one large with mushrooms and another with olives".
  void takeSize(Draft other) {
    items.stream()
        .flatMap(item -> item.groups().stream())
        .filter(group -> group.kind() == ModifierGroup.Kind.SIZE)
        .flatMap(group -> group.options().stream())
        .filter(option -> other.take.contains(option.id()))
        .forEach(option -> take.add(option.id()));
  }

  /// Whether more was said of it than how many.
  boolean changesMore() {
    return !take.isEmpty() || !notes.isEmpty() || person != null;
  }

  boolean changesSomething() {
    return quantity != null || !take.isEmpty() || !leave.isEmpty() || !notes.isEmpty();
  }
}
