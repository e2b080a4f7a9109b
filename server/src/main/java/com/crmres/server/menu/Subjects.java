package com.crmres.server.menu;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.MenuBook;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The things of a menu that a branch may be without.
final class Subjects {

  private Subjects() {}

  static Set<UUID> of(MenuBook book) {
    return Stream.of(
            book.categories().stream().map(MenuBook.Category::id),
            book.ingredients().stream().map(MenuBook.Ingredient::id),
            counted(book))
        .flatMap(ids -> ids)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Those of which a branch may count how many it has.
  static Stream<UUID> counted(MenuBook book) {
    return Stream.concat(
        book.items().stream().map(BookItem::id),
        book.groups().stream()
            .flatMap(group -> group.options().stream())
            .map(BookGroup.Option::id));
  }
}
