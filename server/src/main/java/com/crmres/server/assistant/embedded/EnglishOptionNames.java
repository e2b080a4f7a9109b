package com.crmres.server.assistant.embedded;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import java.util.List;

/// Groups by their names: items that share them share these options.
record EnglishOptionNames(List<Group> groups) {

  /// A group by its names.
  record Group(ModifierGroup.Kind kind, String name, List<Option> options) {}

  /// An option by its names.
  record Option(LocalizedText name, List<String> aliases) {}

  static EnglishOptionNames of(MenuItem item) {
    return new EnglishOptionNames(
        item.groups().stream()
            .map(group ->
                new Group(
                    group.kind(),
                    group.name().en(),
                    group.options().stream()
                        .map(option -> new Option(option.name(), option.aliases()))
                        .toList()))
            .toList());
  }
}
