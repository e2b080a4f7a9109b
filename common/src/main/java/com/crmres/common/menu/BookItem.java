package com.crmres.common.menu;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dish or drink as people edit it.
///
/// @param aliases other names people use for it, in any language
/// @param price where no rule of `prices` says otherwise, VAT inside
/// @param sku its code in catalogues outside; null if it is in none
/// @param photo id of an uploaded picture
/// @param calories per portion; null if unknown
/// @param allergens in words of the house
/// @param ingredientIds what it cannot be made without
/// @param dayPartId when it is sold; null for always
/// @param hidden not shown to customers
/// @param groups its choices in the order they are asked
/// @param prices prices of branches, ways and times
public record BookItem(
    UUID id,
    UUID categoryId,
    LocalizedText name,
    LocalizedText description,
    List<String> aliases,
    Money price,
    @Nullable String sku,
    @Nullable UUID photo,
    @Nullable Integer calories,
    List<String> allergens,
    List<UUID> ingredientIds,
    @Nullable UUID dayPartId,
    boolean hidden,
    List<Link> groups,
    List<PriceRule> prices) {

  public BookItem {
    aliases = Lists.orEmpty(aliases);
    allergens = Lists.orEmpty(allergens);
    ingredientIds = Lists.orEmpty(ingredientIds);
    groups = Lists.orEmpty(groups);
    prices = Lists.orEmpty(prices);
  }

  public BookItem withPrices(List<PriceRule> changed) {
    return new BookItem(
        id,
        categoryId,
        name,
        description,
        aliases,
        price,
        sku,
        photo,
        calories,
        allergens,
        ingredientIds,
        dayPartId,
        hidden,
        groups,
        changed);
  }

  public BookItem withGroups(List<Link> changed) {
    return new BookItem(
        id,
        categoryId,
        name,
        description,
        aliases,
        price,
        sku,
        photo,
        calories,
        allergens,
        ingredientIds,
        dayPartId,
        hidden,
        changed,
        prices);
  }

  public BookItem withPhoto(@Nullable UUID changed) {
    return new BookItem(
        id,
        categoryId,
        name,
        description,
        aliases,
        price,
        sku,
        changed,
        calories,
        allergens,
        ingredientIds,
        dayPartId,
        hidden,
        groups,
        prices);
  }

  public BookItem withIngredients(List<UUID> changed) {
    return new BookItem(
        id,
        categoryId,
        name,
        description,
        aliases,
        price,
        sku,
        photo,
        calories,
        allergens,
        changed,
        dayPartId,
        hidden,
        groups,
        prices);
  }

  /// A group that the item offers, and where it differs from the group itself.
  ///
  /// @param min at least so many instead of the group's; null for the group's
  /// @param max at most so many
  /// @param freeCount so many free
  /// @param prices prices of options for this item only
  public record Link(
      UUID groupId,
      @Nullable Integer min,
      @Nullable Integer max,
      @Nullable Integer freeCount,
      Map<UUID, Money> prices) {

    public Link {
      prices = Lists.inOrder(prices);
    }

    /// The group as it is.
    public Link(UUID groupId) {
      this(groupId, null, null, null, Map.of());
    }

    /// Whether the group is taken as it is.
    public boolean isPlain() {
      return min == null && max == null && freeCount == null && prices.isEmpty();
    }
  }
}
