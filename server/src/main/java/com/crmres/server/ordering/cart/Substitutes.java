package com.crmres.server.ordering.cart;

import com.crmres.common.money.Money;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Finds what may stand in for an item that is sold out: of the same category, a tenth dearer or
/// cheaper at most, and as like as can be.
public final class Substitutes {

  private static final long PART = 10;

  private Substitutes() {}

  /// What may stand in for an item of the menu.
  public static Optional<MenuItem> of(Menu menu, UUID itemId) {
    return menu.categories().stream()
        .filter(category -> category.items().stream().anyMatch(item -> item.id().equals(itemId)))
        .findFirst()
        .flatMap(category -> of(category, menu.item(itemId).orElseThrow()));
  }

  private static Optional<MenuItem> of(Menu.Category category, MenuItem gone) {
    return category.items().stream()
        .filter(item -> item.available() && !item.id().equals(gone.id()))
        .filter(item -> apart(item.price(), gone.price()) * PART <= gone.price().halalas())
        .min(
            Comparator.comparingInt((MenuItem item) -> groups(item).equals(groups(gone)) ? 0 : 1)
                .thenComparingLong(item -> apart(item.price(), gone.price())));
  }

  private static Set<UUID> groups(MenuItem item) {
    Set<UUID> groups = new HashSet<>();
    item.groups().stream().map(ModifierGroup::id).forEach(groups::add);
    return groups;
  }

  private static long apart(Money one, Money other) {
    return Math.abs(one.halalas() - other.halalas());
  }
}
