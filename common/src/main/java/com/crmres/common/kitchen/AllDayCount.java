package com.crmres.common.kitchen;

import com.crmres.common.restaurant.LocalizedText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How many of a dish are still to be made, over all tickets.
///
/// @param modifiers empty unless they are counted apart
/// @param started how many of them are under way
public record AllDayCount(
    UUID itemId,
    LocalizedText name,
    @Nullable LocalizedText size,
    List<KitchenModifier> modifiers,
    long quantity,
    long started) {
  public AllDayCount {
    modifiers = List.copyOf(modifiers);
  }
}
