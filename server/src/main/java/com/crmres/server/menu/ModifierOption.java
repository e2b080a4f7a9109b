package com.crmres.server.menu;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.util.List;
import java.util.UUID;

/// One choice of a group.
///
/// @param price added to the item's price; may be zero
/// @param standard taken when the customer says nothing
public record ModifierOption(
    UUID id,
    LocalizedText name,
    List<String> aliases,
    Money price,
    boolean standard,
    boolean available) {
  public ModifierOption {
    aliases = List.copyOf(aliases);
  }
}
