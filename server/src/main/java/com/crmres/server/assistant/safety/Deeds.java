package com.crmres.server.assistant.safety;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.HashSet;
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
    if (new HashSet<>(line.optionIds()).size() < line.optionIds().size()) {
      faults.add(item.name().en() + " has an option twice");
    }
    String note = line.note();
    if (note != null && note.length() > LONGEST_NOTE) {
      faults.add("a note of " + note.length() + " characters");
    }
    item.groups().stream()
        .filter(group -> taken(group, line) > group.max())
        .forEach(group -> faults.add(item.name().en() + " has too many of " + group.name().en()));
  }

  private static long taken(ModifierGroup group, CartLine line) {
    return group.options().stream()
        .filter(option -> line.optionIds().contains(option.id()))
        .count();
  }
}
