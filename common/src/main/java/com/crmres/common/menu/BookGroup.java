package com.crmres.common.menu;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Choices of one kind as people edit them; many items may offer the same group.
///
/// @param min at least so many in all, an option taken twice counted twice
/// @param max at most so many in all
/// @param rules what else holds; null for the plain rules
public record BookGroup(
    UUID id,
    GroupKind kind,
    LocalizedText name,
    int min,
    int max,
    @Nullable GroupRules rules,
    List<Option> options) {

  public BookGroup {
    options = Lists.orEmpty(options);
    rules = rules == null ? GroupRules.PLAIN : rules;
  }

  public BookGroup withOptions(List<Option> changed) {
    return new BookGroup(id, kind, name, min, max, rules, changed);
  }

  /// The rules, plain or not.
  public GroupRules ruled() {
    return rules == null ? GroupRules.PLAIN : rules;
  }

  /// One choice.
  ///
  /// @param standard taken when the customer says nothing
  /// @param available false where no branch has it
  /// @param nestedGroupIds what is asked when it is taken
  /// @param preModifiers how else it may be had
  public record Option(
      UUID id,
      LocalizedText name,
      List<String> aliases,
      Money price,
      boolean standard,
      boolean available,
      List<UUID> nestedGroupIds,
      @Nullable Integer calories,
      List<String> allergens,
      List<UUID> ingredientIds,
      List<PriceRule> prices,
      List<PreModifierRule> preModifiers) {

    public Option {
      aliases = Lists.orEmpty(aliases);
      nestedGroupIds = Lists.orEmpty(nestedGroupIds);
      allergens = Lists.orEmpty(allergens);
      ingredientIds = Lists.orEmpty(ingredientIds);
      prices = Lists.orEmpty(prices);
      preModifiers = Lists.orEmpty(preModifiers);
    }

    /// An option that is had as it is.
    public Option(
        UUID id,
        LocalizedText name,
        List<String> aliases,
        Money price,
        boolean standard,
        boolean available,
        List<UUID> nestedGroupIds,
        @Nullable Integer calories,
        List<String> allergens,
        List<UUID> ingredientIds,
        List<PriceRule> prices) {
      this(
          id,
          name,
          aliases,
          price,
          standard,
          available,
          nestedGroupIds,
          calories,
          allergens,
          ingredientIds,
          prices,
          List.of());
    }

    public Option withNested(List<UUID> changed) {
      return new Option(
          id,
          name,
          aliases,
          price,
          standard,
          available,
          changed,
          calories,
          allergens,
          ingredientIds,
          prices,
          preModifiers);
    }

    public Option withIngredients(List<UUID> changed) {
      return new Option(
          id,
          name,
          aliases,
          price,
          standard,
          available,
          nestedGroupIds,
          calories,
          allergens,
          changed,
          prices,
          preModifiers);
    }
  }
}
