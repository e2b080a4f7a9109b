package com.crmres.server.menu;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dish or drink with the choices it leaves.
///
/// @param aliases other names people use for it, in any language
/// @param price of the smallest choice, VAT inside
/// @param available whether the branch sells it now
/// @param sku our code of it in catalogues outside; null if it is in none
public record MenuItem(
    UUID id,
    LocalizedText name,
    LocalizedText description,
    List<String> aliases,
    Money price,
    boolean available,
    List<ModifierGroup> groups,
    @Nullable String sku) {

  public MenuItem {
    aliases = List.copyOf(aliases);
    groups = List.copyOf(groups);
  }

  /// An item that is in no catalogue outside.
  public MenuItem(
      UUID id,
      LocalizedText name,
      LocalizedText description,
      List<String> aliases,
      Money price,
      boolean available,
      List<ModifierGroup> groups) {
    this(id, name, description, aliases, price, available, groups, null);
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
