package com.crmres.server.menu.edit;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.DayPart;
import com.crmres.common.menu.MenuBook;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// Single edits of a whole menu: each gives the menu as it is then.
final class Edits {

  private Edits() {}

  static MenuBook save(MenuBook book, MenuBook.Category category) {
    return book.withCategories(saved(book.categories(), category, MenuBook.Category::id));
  }

  static MenuBook save(MenuBook book, BookItem item) {
    return book.withItems(saved(book.items(), item, BookItem::id));
  }

  static MenuBook save(MenuBook book, BookGroup group) {
    return book.withGroups(saved(book.groups(), group, BookGroup::id));
  }

  static MenuBook save(MenuBook book, DayPart part) {
    return book.withDayParts(saved(book.dayParts(), part, DayPart::id));
  }

  static MenuBook save(MenuBook book, MenuBook.Ingredient ingredient) {
    return book.withIngredients(saved(book.ingredients(), ingredient, MenuBook.Ingredient::id));
  }

  static MenuBook withoutItem(MenuBook book, UUID id) {
    return book.withItems(book.items().stream().filter(item -> !item.id().equals(id)).toList());
  }

  static MenuBook withoutCategory(MenuBook book, UUID id) {
    return book.withCategories(
        book.categories().stream().filter(category -> !category.id().equals(id)).toList());
  }

  static MenuBook withoutDayPart(MenuBook book, UUID id) {
    return book.withDayParts(
        book.dayParts().stream().filter(part -> !part.id().equals(id)).toList());
  }

  /// A group goes with the questions that lead to it.
  static MenuBook withoutGroup(MenuBook book, UUID id) {
    List<BookGroup> left =
        book.groups().stream()
            .filter(group -> !group.id().equals(id))
            .map(group ->
                group.withOptions(
                    group.options().stream()
                        .map(option -> option.withNested(without(option.nestedGroupIds(), id)))
                        .toList()))
            .toList();
    List<BookItem> items =
        book.items().stream()
            .map(item ->
                item.withGroups(
                    item.groups().stream().filter(link -> !link.groupId().equals(id)).toList()))
            .toList();
    return book.withGroups(left).withItems(items);
  }

  /// Nothing is made of it any more.
  static MenuBook withoutIngredient(MenuBook book, UUID id) {
    return book.withIngredients(
            book.ingredients().stream().filter(one -> !one.id().equals(id)).toList())
        .withItems(
            book.items().stream()
                .map(item -> item.withIngredients(without(item.ingredientIds(), id)))
                .toList())
        .withGroups(
            book.groups().stream()
                .map(group ->
                    group.withOptions(
                        group.options().stream()
                            .map(option ->
                                option.withIngredients(without(option.ingredientIds(), id)))
                            .toList()))
                .toList());
  }

  /// One that is there keeps its place; a new one comes last.
  private static <T> List<T> saved(List<T> all, T one, Function<T, UUID> id) {
    List<T> saved = new ArrayList<>(all);
    for (int place = 0; place < saved.size(); place++) {
      if (id.apply(saved.get(place)).equals(id.apply(one))) {
        saved.set(place, one);
        return saved;
      }
    }
    saved.add(one);
    return saved;
  }

  private static List<UUID> without(List<UUID> ids, UUID id) {
    return ids.stream().filter(other -> !other.equals(id)).toList();
  }
}
