package com.crmres.server.assistant.safety;

import com.crmres.common.menu.PreModifier;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Nothing is in the cart that the menu's rules do not know.
final class Deeds implements Check {

  private static final int LONGEST_NOTE = 200;

  @Override
  public String kind() {
    return "tool";
  }

  @Override
  public Stream<String> faults(Moment moment) {
    List<String> faults = new ArrayList<>();
    UUID branch = moment.after().branchId();
    if (branch != null && !branch.equals(moment.menu().branchId())) {
      faults.add("the cart is of a branch that nobody knows");
    }
    moment
        .after()
        .lines()
        .forEach(line ->
            moment
                .menu()
                .item(line.itemId())
                .ifPresentOrElse(
                    item -> look(item, line, faults),
                    () -> faults.add("something is in the cart that is not on the menu")));
    return faults.stream();
  }

  private static void look(MenuItem item, CartLine line, List<String> faults) {
    if (!item.available()) {
      faults.add(item.name().en() + " is sold out");
    }
    if (line.optionIds().stream().anyMatch(id -> item.option(id).isEmpty())) {
      faults.add(item.name().en() + " has an option that it does not have");
    }
    String note = line.note();
    if (note != null && note.length() > LONGEST_NOTE) {
      faults.add("a note of " + note.length() + " characters");
    }
    groups(item.groups())
        .distinct()
        .filter(group -> isOverfull(group, line))
        .forEach(group -> faults.add(item.name().en() + " has too many of " + group.name().en()));
  }

  /// The groups of an item, and those that its options bring along.
  private static Stream<ModifierGroup> groups(List<ModifierGroup> groups) {
    return groups.stream()
        .flatMap(group ->
            Stream.concat(
                Stream.of(group),
                group.options().stream().flatMap(option -> groups(option.nested()))));
  }

  /// What is taken twice counts twice, each half of a dish by itself, what is left out not at all.
  private static boolean isOverfull(ModifierGroup group, CartLine line) {
    int most = group.rules().maxPerOption();
    return portions(group, line, PreModifier.HALF_RIGHT) > group.max()
        || portions(group, line, PreModifier.HALF_LEFT) > group.max()
        || (most > 0 && group.options().stream().anyMatch(option -> portions(option, line) > most));
  }

  /// How many are taken of a group, leaving out those on one half.
  private static int portions(ModifierGroup group, CartLine line, PreModifier half) {
    return group.choices().stream()
        .filter(option -> !option.is(PreModifier.NO) && !option.is(half))
        .mapToInt(option -> Collections.frequency(line.optionIds(), option.id()))
        .sum();
  }

  private static int portions(ModifierOption option, CartLine line) {
    return Stream.concat(Stream.of(option), option.forms().stream())
        .mapToInt(one -> Collections.frequency(line.optionIds(), one.id()))
        .sum();
  }
}
