package com.crmres.server.assistant.desk;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.assistant.Past.PastOrder;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a dish of today still has of what was once chosen of it. Pure.
final class Remains {

  private final MenuItem item;
  private final PastOrder.Line line;
  private final List<UUID> kept = new ArrayList<>();
  private final List<ModifierOption> soldOut = new ArrayList<>();

  Remains(MenuItem item, PastOrder.Line line) {
    this.item = item;
    this.line = line;
    follow(item.groups(), new HashSet<>());
  }

  /// Options that can be taken now, as often as they were.
  List<UUID> kept() {
    return List.copyOf(kept);
  }

  /// Options that are back some day.
  List<LocalizedText> soldOut() {
    return soldOut.stream().map(ModifierOption::name).distinct().toList();
  }

  /// Whether a choice is there no more, be it known by name or not.
  boolean lacks() {
    return !lost().isEmpty() || !gone().isEmpty();
  }

  /// What was called otherwise than anything the dish offers now. Where what stayed goes by another
  /// name since, the old names tell nothing.
  List<LocalizedText> gone() {
    List<LocalizedText> old =
        sold().stream()
            .filter(name -> item.options().noneMatch(option -> isCalled(option, name)))
            .toList();
    boolean renamed =
        Stream.concat(kept.stream(), soldOut.stream().map(ModifierOption::id))
            .flatMap(id -> item.option(id).stream())
            .anyMatch(option -> sold().stream().noneMatch(name -> isCalled(option, name)));
    return renamed ? List.of() : Stream.concat(old.stream(), unreachable()).distinct().toList();
  }

  private List<LocalizedText> sold() {
    PastOrder.@Nullable Sold sold = line.sold();
    return sold == null ? List.of() : sold.choices();
  }

  private static boolean isCalled(ModifierOption option, LocalizedText name) {
    return option.name().ar().equals(name.ar()) || option.name().en().equals(name.en());
  }

  /// What is offered only with something that is gone.
  private Stream<LocalizedText> unreachable() {
    return lost().stream().flatMap(id -> item.option(id).stream()).map(ModifierOption::name);
  }

  private List<UUID> lost() {
    return line.optionIds().stream()
        .distinct()
        .filter(id -> !kept.contains(id))
        .filter(id -> soldOut.stream().noneMatch(option -> option.id().equals(id)))
        .toList();
  }

  private void follow(List<ModifierGroup> groups, Set<UUID> seen) {
    for (ModifierGroup group : groups) {
      if (seen.add(group.id())) {
        taken(group).forEach(option -> follow(option.nested(), seen));
      }
    }
  }

  private List<ModifierOption> taken(ModifierGroup group) {
    List<ModifierOption> own =
        group.choices().stream().filter(option -> line.optionIds().contains(option.id())).toList();
    own.stream().filter(option -> !option.available()).forEach(soldOut::add);
    List<ModifierOption> left = own.stream().filter(ModifierOption::available).toList();
    left.forEach(option ->
        kept.addAll(
            Collections.nCopies(
                Collections.frequency(line.optionIds(), option.id()), option.id())));
    return left.isEmpty()
        ? group.options().stream().filter(ModifierOption::standard).toList()
        : left;
  }
}
