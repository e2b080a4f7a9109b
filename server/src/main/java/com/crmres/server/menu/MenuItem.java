package com.crmres.server.menu;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A dish or drink with the choices it leaves.
///
/// @param aliases other names people use for it, in any language
/// @param price of the smallest choice, VAT inside
/// @param available whether the branch sells it now
public record MenuItem(
    UUID id,
    LocalizedText name,
    LocalizedText description,
    List<String> aliases,
    Money price,
    boolean available,
    List<ModifierGroup> groups) {

  public MenuItem {
    aliases = List.copyOf(aliases);
    groups = List.copyOf(groups);
  }

  public Optional<ModifierOption> option(UUID optionId) {
    return groups.stream()
        .flatMap(group -> group.options().stream())
        .filter(option -> option.id().equals(optionId))
        .findFirst();
  }

  public Optional<ModifierGroup> sizes() {
    return groups.stream().filter(group -> group.kind() == ModifierGroup.Kind.SIZE).findFirst();
  }
}
