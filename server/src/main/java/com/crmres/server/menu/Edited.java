package com.crmres.server.menu;

import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.MenuBook;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A menu before and after an edit.
public record Edited(MenuBook before, MenuBook after) {

  /// The items that an edit may have changed: those that differ, or all if something differs that
  /// many of them share.
  static Set<UUID> touched(MenuBook before, MenuBook after) {
    boolean shared =
        !before.groups().equals(after.groups())
            || !before.dayParts().equals(after.dayParts())
            || !before.categories().equals(after.categories())
            || before.hijriShift() != after.hijriShift();
    Set<BookItem> same = shared ? Set.of() : new HashSet<>(before.items());
    if (!shared) {
      same.retainAll(new HashSet<>(after.items()));
    }
    return Stream.concat(before.items().stream(), after.items().stream())
        .filter(item -> !same.contains(item))
        .map(BookItem::id)
        .collect(Collectors.toUnmodifiableSet());
  }
}
