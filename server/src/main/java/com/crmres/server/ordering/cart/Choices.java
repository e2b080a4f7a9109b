package com.crmres.server.ordering.cart;

import com.crmres.common.menu.PriceTag;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The options of one line, sorted by the groups that are asked about it: what was chosen, and what
/// applies because nothing was.
///
/// An id that stands there twice means two of it; an option that is wanted in a way of its own is
/// not wanted as it is besides. A group that only a taken option brings along is asked right after
/// that option's own group; one that two taken options bring along is asked once. What is not
/// offered by the way the customer gets it is not asked; while he may still choose, it counts as
/// soon as something of it was chosen.
final class Choices {

  private final MenuItem item;
  private final @Nullable PriceTag way;
  private final Map<UUID, Integer> counts = new LinkedHashMap<>();
  private final List<ModifierGroup> asked = new ArrayList<>();

  /// The choices of a line.
  ///
  /// @param way how the customer gets it; null while he may still choose
  Choices(MenuItem item, Collection<UUID> chosen, @Nullable PriceTag way) {
    this.item = item;
    this.way = way;
    chosen.forEach(id -> counts.merge(id, 1, Integer::sum));
    Set.copyOf(counts.keySet()).stream()
        .flatMap(id -> item.option(id).stream())
        .filter(option -> option.form() != null)
        .forEach(option -> counts.remove(option.plainId()));
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
        .allMatch(id -> asked.stream().anyMatch(group -> holds(group.choices(), id)));
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
    return Portions.applying(group, chosenOf(group));
  }

  /// The options of a group that were chosen, in the order of the menu.
  List<ModifierOption> chosenOf(ModifierGroup group) {
    return group.choices().stream()
        .flatMap(
            option -> Collections.nCopies(counts.getOrDefault(option.id(), 0), option).stream())
        .toList();
  }

  /// What has to be kept of the choice, in the order of the menu: the standard goes without saying.
  List<UUID> kept() {
    return keptOptions().map(ModifierOption::id).toList();
  }

  /// What of it is wanted in a way of its own.
  List<PreModified> preModified() {
    return keptOptions().flatMap(PreModified::of).toList();
  }

  private Stream<ModifierOption> keptOptions() {
    return asked.stream().flatMap(group -> Portions.telling(group, chosenOf(group)).stream());
  }

  /// The choice after some options were taken, each as often as it is named, and others left; in a
  /// group of which only one may be taken, the new one replaces the old one.
  Choices changed(List<UUID> take, List<UUID> leave) {
    List<UUID> changed = new ArrayList<>();
    change(item.groups(), new OptionChange(take, leave), changed, new HashSet<>());
    return new Choices(item, changed, way);
  }

  private void follow(List<ModifierGroup> groups, Set<UUID> seen) {
    for (ModifierGroup group : groups) {
      if (isAsked(group) && seen.add(group.id())) {
        asked.add(group);
        taken(group).forEach(option -> follow(option.nested(), seen));
      }
    }
  }

  private boolean isAsked(ModifierGroup group) {
    return group.isOffered(way) || (way == null && !chosenOf(group).isEmpty());
  }

  private boolean isOverfull(ModifierGroup group) {
    return new Portions(chosenOf(group)).areTooManyFor(group);
  }

  private boolean isLacking(ModifierGroup group) {
    return new Portions(taken(group)).areTooFewFor(group);
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
      List<ModifierGroup> groups, OptionChange change, List<UUID> changed, Set<UUID> seen) {
    for (ModifierGroup group : groups) {
      if ((isAsked(group) || change.isAbout(group)) && seen.add(group.id())) {
        List<UUID> own = change.of(group, taken(group));
        changed.addAll(own);
        (own.isEmpty() ? Portions.standard(group) : group.choices())
            .stream()
                .filter(option -> own.isEmpty() || own.contains(option.id()))
                .forEach(option -> change(option.nested(), change, changed, seen));
      }
    }
  }

  private static boolean holds(List<ModifierOption> options, UUID id) {
    return options.stream().anyMatch(option -> option.id().equals(id));
  }
}
