package com.crmres.common.menu;

import com.crmres.common.restaurant.LocalizedText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The whole menu of a restaurant as people edit it, for all branches at once.
///
/// The order of each list is the order in which it is shown.
///
/// @param version grows with each edit; whoever saves says which one he started from
/// @param hijriShift days by which the sighted Hijri calendar runs ahead of the computed one, -1 to
///   1
public record MenuBook(
    long version,
    int hijriShift,
    List<Category> categories,
    List<BookItem> items,
    List<BookGroup> groups,
    List<DayPart> dayParts,
    List<Ingredient> ingredients) {

  public static final MenuBook EMPTY =
      new MenuBook(0, 0, List.of(), List.of(), List.of(), List.of(), List.of());

  public MenuBook {
    categories = Lists.orEmpty(categories);
    items = Lists.orEmpty(items);
    groups = Lists.orEmpty(groups);
    dayParts = Lists.orEmpty(dayParts);
    ingredients = Lists.orEmpty(ingredients);
  }

  /// Items that stand together.
  ///
  /// @param dayPartId when it is sold; null for always
  /// @param hidden not shown to customers
  public record Category(UUID id, LocalizedText name, @Nullable UUID dayPartId, boolean hidden) {}

  /// Something that items are made of: without it, none of them can be sold.
  public record Ingredient(UUID id, LocalizedText name) {}

  public MenuBook withCategories(List<Category> changed) {
    return new MenuBook(version, hijriShift, changed, items, groups, dayParts, ingredients);
  }

  public MenuBook withItems(List<BookItem> changed) {
    return new MenuBook(version, hijriShift, categories, changed, groups, dayParts, ingredients);
  }

  public MenuBook withGroups(List<BookGroup> changed) {
    return new MenuBook(version, hijriShift, categories, items, changed, dayParts, ingredients);
  }

  public MenuBook withDayParts(List<DayPart> changed) {
    return new MenuBook(version, hijriShift, categories, items, groups, changed, ingredients);
  }

  public MenuBook withIngredients(List<Ingredient> changed) {
    return new MenuBook(version, hijriShift, categories, items, groups, dayParts, changed);
  }

  public MenuBook withVersion(long changed) {
    return new MenuBook(changed, hijriShift, categories, items, groups, dayParts, ingredients);
  }

  public MenuBook withHijriShift(int changed) {
    return new MenuBook(version, changed, categories, items, groups, dayParts, ingredients);
  }
}
