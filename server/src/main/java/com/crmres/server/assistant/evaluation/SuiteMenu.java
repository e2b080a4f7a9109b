package com.crmres.server.assistant.evaluation;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// A menu with the names by which suites call its items and options.
///
/// @param name of the restaurant
/// @param keys what the file calls each item, group and option
record SuiteMenu(LocalizedText name, Menu menu, Map<UUID, String> keys) {

  private static final String WITHOUT = "no";

  SuiteMenu {
    keys = Map.copyOf(keys);
  }

  String key(UUID id) {
    return keys.getOrDefault(id, id.toString());
  }

  Optional<MenuItem> item(String key) {
    return menu.items().filter(item -> key.equals(key(item.id()))).findFirst();
  }

  Optional<ModifierGroup> group(MenuItem item, String key) {
    return item.groups().stream().filter(group -> key.equals(key(group.id()))).findFirst();
  }

  /// The option of an item by its written name, `size:large` or `no:onion`.
  Optional<ModifierOption> option(MenuItem item, String written) {
    return item.groups().stream()
        .flatMap(group ->
            group.options().stream().filter(option -> written.equals(written(group, option))))
        .findFirst();
  }

  /// What was chosen of an item, as suites write it, sorted; standard options are left out.
  List<Choice> choices(MenuItem item, List<UUID> optionIds) {
    return item.groups().stream().flatMap(group -> choices(group, optionIds)).sorted().toList();
  }

  private Stream<Choice> choices(ModifierGroup group, List<UUID> optionIds) {
    return group.options().stream()
        .filter(option -> optionIds.contains(option.id()) && !option.standard())
        .map(option -> new Choice(group.kind(), written(group, option)));
  }

  private String written(ModifierGroup group, ModifierOption option) {
    String of = group.kind() == ModifierGroup.Kind.REMOVE ? WITHOUT : key(group.id());
    return of + ":" + key(option.id());
  }

  /// One option as suites write it.
  record Choice(ModifierGroup.Kind kind, String written) implements Comparable<Choice> {
    @Override
    public int compareTo(Choice other) {
      return written.compareTo(other.written);
    }
  }
}
