package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an item that comes instead of another takes over from it: how many, for whom, and the
/// choices that it has as well.
record Inheritance(
    MenuItem item, @Nullable Integer quantity, Set<UUID> options, @Nullable String person) {
  Inheritance {
    options = Set.copyOf(options);
  }

  static Inheritance of(Draft draft) {
    Set<UUID> options = new LinkedHashSet<>(draft.take);
    Integer quantity = draft.quantity;
    String person = draft.person;
    if (draft.line != null) {
      options.addAll(draft.line.optionIds());
      quantity = quantity == null ? Integer.valueOf(draft.line.quantity()) : quantity;
      person = draft.line.person();
    }
    options.removeAll(draft.leave);
    return new Inheritance(draft.items.getFirst(), quantity, options, person);
  }

  /// The same of only so many.
  Inheritance of(int some) {
    return new Inheritance(item, some, options, person);
  }

  /// The option of this group that stands for one that was chosen.
  Optional<ModifierOption> chosen(ModifierGroup group) {
    return item.groups().stream()
        .filter(old -> old.kind() == group.kind())
        .flatMap(old -> old.options().stream())
        .filter(old -> options.contains(old.id()))
        .flatMap(old ->
            group.options().stream().filter(option -> option.name().ar().equals(old.name().ar())))
        .findFirst();
  }
}
