package com.crmres.server.kitchen.ticket;

import com.crmres.common.kitchen.KitchenModifier;
import com.crmres.common.restaurant.LocalizedText;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be made.
///
/// @param person for whom it is
public record Dish(
    UUID itemId,
    LocalizedText name,
    @Nullable LocalizedText size,
    List<KitchenModifier> modifiers,
    @Nullable String note,
    @Nullable String person) {
  public Dish {
    modifiers = List.copyOf(modifiers);
  }

  /// Whether it is the same work. What a choice does to a dish is read from the menu, which may
  /// change; what was ordered does not.
  boolean isSameAs(Dish other) {
    return itemId.equals(other.itemId)
        && name.equals(other.name)
        && Objects.equals(size, other.size)
        && names(modifiers).equals(names(other.modifiers))
        && Objects.equals(note, other.note)
        && Objects.equals(person, other.person);
  }

  private static List<LocalizedText> names(List<KitchenModifier> modifiers) {
    return modifiers.stream().map(KitchenModifier::name).toList();
  }
}
