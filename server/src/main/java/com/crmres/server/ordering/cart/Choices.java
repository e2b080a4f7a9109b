package com.crmres.server.ordering.cart;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The options of one line, sorted by the groups that are asked about it: what was chosen, and what
/// applies because nothing was.
///
/// An id that stands there twice means two of it. A group that only a taken option brings along is
/// asked right after that option's own group; one that two taken options bring along is asked once.
final class Choices {

  private final MenuItem item;
  private final Map<UUID, Integer> counts = new LinkedHashMap<>();
  private final List<ModifierGroup> asked = new ArrayList<>();

  Choices(MenuItem item, Collection<UUID> chosen) {
    this.item = item;
    chosen.forEach(id -> counts.merge(id, 1, Integer::sum));
    follow(item.groups(), new HashSet<>());
  }

  /// The groups that are asked about the line, in the order of the questions.
  List<ModifierGroup> asked() {
    return Collections.unmodifiableList(asked);
  }

  /// Whether each of them is an option of the item.
  boolean allKnown() {
    return counts.keySet().stream().allMatch(id -> item.option(id).isPresent());
  }

  /// Whether each of these is asked about, which it is not while the option that brings it along is
  /// not taken.
  boolean reaches(Collection<UUID> options) {
    return options.stream()
        .allMatch(id -> asked.stream().anyMatch(group -> holds(group.options(), id)));
  }

  /// Whether the restaurant has each of them left.
  boolean allAvailable() {
    return counts.keySet().stream()
        .allMatch(id -> item.option(id).map(ModifierOption::available).orElse(false));
  }

  /// The first group of which more were chosen than it allows.
  Optional<ModifierGroup> overfull() {
    return asked.stream().filter(this::isOverfull).findFirst();
  }

  /// The first group of which more must be chosen.
  Optional<ModifierGroup> lacking() {
    return asked.stream().filter(this::isLacking).findFirst();
  }

  /// What must be asked first about the line before it can be sold.
  Optional<LineQuestion> question() {
    return asked.stream().flatMap(group -> question(group).stream()).findFirst();
  }

  /// The options of a group that apply: the chosen ones, or else the standard ones; what is taken
  /// twice stands there twice.
  List<ModifierOption> taken(ModifierGroup group) {
    List<ModifierOption> own = chosenOf(group);
    return own.isEmpty() ? standard(group) : own;
  }

  /// The options of a group that were chosen, in the order of the menu.
  List<ModifierOption> chosenOf(ModifierGroup group) {
    return group.options().stream()
        .flatMap(
            option -> Collections.nCopies(counts.getOrDefault(option.id(), 0), option).stream())
        .toList();
  }

  /// What has to be kept of the choice, in the order of the menu: the standard goes without saying.
  List<UUID> kept() {
    return asked.stream()
        .filter(group -> !chosenOf(group).equals(standard(group)))
        .flatMap(group -> chosenOf(group).stream())
        .map(ModifierOption::id)
        .toList();
  }

  /// The choice after some options were taken, each as often as it is named, and others left; in a
  /// group of which only one may be taken, the new one replaces the old one.
  Choices changed(List<UUID> take, List<UUID> leave) {
    List<UUID> changed = new ArrayList<>();
    change(item.groups(), new Change(take, leave), changed, new HashSet<>());
    return new Choices(item, changed);
  }

  private void follow(List<ModifierGroup> groups, Set<UUID> seen) {
    for (ModifierGroup group : groups) {
      if (seen.add(group.id())) {
        asked.add(group);
        taken(group).forEach(option -> follow(option.nested(), seen));
      }
    }
  }

  private boolean isOverfull(ModifierGroup group) {
    List<ModifierOption> own = chosenOf(group);
    int most = group.rules().maxPerOption();
    int different = group.rules().maxDistinct();
    return own.size() > group.max()
        || (different > 0 && distinct(own) > different)
        || (most > 0 && own.stream().anyMatch(option -> count(own, option.id()) > most));
  }

  private boolean isLacking(ModifierGroup group) {
    List<ModifierOption> all = taken(group);
    return all.size() < group.min() || distinct(all) < group.rules().minDistinct();
  }

  private Optional<LineQuestion> question(ModifierGroup group) {
    if (isOverfull(group)) {
      return Optional.of(new LineQuestion.TooMany(group));
    }
    Optional<LineQuestion> gone =
        taken(group).stream()
            .filter(option -> !option.available())
            .findFirst()
            .map(option -> new LineQuestion.Unavailable(group, option, others(group)));
    return gone.isPresent() || !isLacking(group)
        ? gone
        : Optional.of(new LineQuestion.Missing(group));
  }

  private List<ModifierOption> others(ModifierGroup group) {
    return group.options().stream()
        .filter(ModifierOption::available)
        .filter(option -> !counts.containsKey(option.id()))
        .toList();
  }

  private void change(
      List<ModifierGroup> groups, Change change, List<UUID> changed, Set<UUID> seen) {
    for (ModifierGroup group : groups) {
      if (seen.add(group.id())) {
        List<UUID> own = change.of(group, taken(group));
        changed.addAll(own);
        group.options().stream()
            .filter(option -> own.isEmpty() ? option.standard() : own.contains(option.id()))
            .forEach(option -> change(option.nested(), change, changed, seen));
      }
    }
  }

  private static List<ModifierOption> standard(ModifierGroup group) {
    return group.options().stream().filter(ModifierOption::standard).toList();
  }

  private static boolean holds(List<ModifierOption> options, UUID id) {
    return options.stream().anyMatch(option -> option.id().equals(id));
  }

  private static long distinct(List<ModifierOption> options) {
    return options.stream().map(ModifierOption::id).distinct().count();
  }

  private static int count(List<ModifierOption> options, UUID id) {
    return Math.toIntExact(options.stream().filter(option -> option.id().equals(id)).count());
  }

  /// Options to take and to leave.
  private record Change(List<UUID> take, List<UUID> leave) {

    /// What is then chosen of a group of which `taken` applied before.
    private List<UUID> of(ModifierGroup group, List<ModifierOption> taken) {
      boolean replaces =
          group.max() == 1
              && group.options().stream().anyMatch(option -> take.contains(option.id()));
      return group.options().stream()
          .map(ModifierOption::id)
          .filter(id -> !leave.contains(id))
          .flatMap(id -> Collections.nCopies(times(id, replaces, taken), id).stream())
          .toList();
    }

    private int times(UUID id, boolean replaces, List<ModifierOption> taken) {
      int wanted = Collections.frequency(take, id);
      return wanted > 0 || replaces ? wanted : count(taken, id);
    }
  }
}
