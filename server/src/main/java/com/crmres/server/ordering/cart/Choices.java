package com.crmres.server.ordering.cart;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The options of one line, sorted by the groups of its item: what was chosen, and what applies
/// because nothing was.
final class Choices {

  private final MenuItem item;
  private final Set<UUID> chosen;

  Choices(MenuItem item, Collection<UUID> chosen) {
    this.item = item;
    this.chosen = new LinkedHashSet<>(chosen);
  }

  /// Whether each of them is an option of the item.
  boolean allKnown() {
    return chosen.stream().allMatch(id -> item.option(id).isPresent());
  }

  /// Whether the restaurant has each of them left.
  boolean allAvailable() {
    return chosen.stream()
        .allMatch(id -> item.option(id).map(ModifierOption::available).orElse(false));
  }

  /// The first group of which more were chosen than it allows.
  Optional<ModifierGroup> overfull() {
    return item.groups().stream().filter(group -> chosenOf(group).size() > group.max()).findFirst();
  }

  /// The first group of which more must be chosen.
  Optional<ModifierGroup> lacking() {
    return item.groups().stream().filter(group -> taken(group).size() < group.min()).findFirst();
  }

  /// The options of a group that apply: the chosen ones, or else the standard ones.
  List<ModifierOption> taken(ModifierGroup group) {
    List<ModifierOption> own = chosenOf(group);
    return own.isEmpty() ? standard(group) : own;
  }

  /// What has to be kept of the choice, in the order of the menu: the standard goes without saying.
  List<UUID> kept() {
    return item.groups().stream()
        .filter(group -> !chosenOf(group).equals(standard(group)))
        .flatMap(group -> chosenOf(group).stream())
        .map(ModifierOption::id)
        .toList();
  }

  /// The choice after some options were taken and others left; in a group of which only one may be
  /// taken, the new one replaces the old one.
  Choices changed(List<UUID> take, List<UUID> leave) {
    Set<UUID> changed = new LinkedHashSet<>();
    for (ModifierGroup group : item.groups()) {
      List<UUID> ids = group.options().stream().map(ModifierOption::id).toList();
      boolean replaces = group.max() == 1 && ids.stream().anyMatch(take::contains);
      ids.stream()
          .filter(id -> take.contains(id) || (!replaces && isTaken(group, id)))
          .filter(id -> !leave.contains(id))
          .forEach(changed::add);
    }
    return new Choices(item, changed);
  }

  private boolean isTaken(ModifierGroup group, UUID optionId) {
    return taken(group).stream().anyMatch(option -> option.id().equals(optionId));
  }

  private List<ModifierOption> chosenOf(ModifierGroup group) {
    return group.options().stream().filter(option -> chosen.contains(option.id())).toList();
  }

  private static List<ModifierOption> standard(ModifierGroup group) {
    return group.options().stream().filter(ModifierOption::standard).toList();
  }
}
