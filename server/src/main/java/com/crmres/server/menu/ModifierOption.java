package com.crmres.server.menu;

import com.crmres.common.menu.PriceTag;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One choice of a group.
///
/// @param price added to the item's price; may be zero
/// @param standard taken when the customer says nothing
/// @param nested what is asked when it is taken
/// @param prices where its price comes from
/// @param calories per portion; null if unknown
/// @param absence why it is not available, where that is known
public record ModifierOption(
    UUID id,
    LocalizedText name,
    List<String> aliases,
    Money price,
    boolean standard,
    boolean available,
    List<ModifierGroup> nested,
    Prices prices,
    @Nullable Integer calories,
    List<String> allergens,
    @Nullable Absence absence) {

  public ModifierOption {
    aliases = List.copyOf(aliases);
    nested = List.copyOf(nested);
    allergens = List.copyOf(allergens);
  }

  /// An option of which nothing more is known.
  public ModifierOption(
      UUID id,
      LocalizedText name,
      List<String> aliases,
      Money price,
      boolean standard,
      boolean available) {
    this(
        id,
        name,
        aliases,
        price,
        standard,
        available,
        List.of(),
        Prices.BASE,
        null,
        List.of(),
        null);
  }

  /// What it costs by a way of getting the order; null for none chosen yet.
  public Money price(@Nullable PriceTag way) {
    Prices.Priced own = way == null ? null : prices.byWay().get(way);
    return own == null ? price : own.price();
  }
}
