package com.crmres.server.menu;

import com.crmres.common.menu.PreModifier;
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
/// @param forms how else it may be had: "extra", "light"; each has an id and a price of its own
/// @param form which of those this is itself; null for the option as it is
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
    @Nullable Absence absence,
    List<ModifierOption> forms,
    @Nullable Form form) {

  public ModifierOption {
    aliases = List.copyOf(aliases);
    nested = List.copyOf(nested);
    allergens = List.copyOf(allergens);
    forms = List.copyOf(forms);
  }

  /// What a pre-modifier makes of an option.
  ///
  /// @param of the option as it is
  /// @param priced whether it has a price of its own, which stands in the place of the option's
  public record Form(PreModifier kind, UUID of, boolean priced) {}

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
        null,
        List.of(),
        null);
  }

  /// The option with how else it may be had.
  ModifierOption with(List<ModifierOption> others) {
    return new ModifierOption(
        id, name, aliases, price, standard, available, nested, prices, calories, allergens, absence,
        others, form);
  }

  /// The id of the option as it is.
  public UUID plainId() {
    return form == null ? id : form.of();
  }

  /// Whether it is had this way.
  public boolean is(PreModifier kind) {
    return form != null && form.kind() == kind;
  }

  /// What it costs by a way of getting the order; null for none chosen yet.
  public Money price(@Nullable PriceTag way) {
    Prices.Priced own = way == null ? null : prices.byWay().get(way);
    return own == null ? price : own.price();
  }
}
