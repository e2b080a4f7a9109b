package com.crmres.bench.orders;

import com.crmres.bench.mind.LargeMenu;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierGroup.Kind;
import com.crmres.server.menu.ModifierOption;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// A menu of a thousand dishes in ten categories, whose choices are shared by all of a category.
final class ThousandDishes {

  /// Dishes on it.
  static final int COUNT = 1_000;

  private static final int KINDS = 10;
  private static final int TOPPINGS = 12;
  private static final int LEFT_OUT = 4;

  private ThousandDishes() {}

  static List<Menu.Category> categories() {
    return LargeMenu.of(KINDS).categories().stream().map(ThousandDishes::sharing).toList();
  }

  private static Menu.Category sharing(Menu.Category category) {
    List<ModifierGroup> groups = groups(category.name().en());
    List<MenuItem> items = new ArrayList<>();
    for (MenuItem item : category.items()) {
      Money price = new Money(1_000 + items.size() * 25L);
      items.add(
          new MenuItem(
              item.id(), item.name(), item.description(), item.aliases(), price, true, groups));
    }
    return new Menu.Category(category.id(), category.name(), items);
  }

  private static List<ModifierGroup> groups(String of) {
    return List.of(
        group(of, Kind.SIZE, 1, 1, 3),
        group(of, Kind.ADDON, 0, 5, TOPPINGS),
        group(of, Kind.REMOVE, 0, LEFT_OUT, LEFT_OUT));
  }

  private static ModifierGroup group(String of, Kind kind, int min, int max, int options) {
    String name = of + " " + kind.wireName();
    return new ModifierGroup(
        id(name),
        kind,
        new LocalizedText(name, name),
        min,
        max,
        IntStream.range(0, options)
            .mapToObj(i -> option(name + " " + i, kind == Kind.REMOVE ? 0 : 100L * i))
            .toList());
  }

  private static ModifierOption option(String name, long price) {
    LocalizedText text = new LocalizedText(name, name);
    return new ModifierOption(id(name), text, List.of(), new Money(price), false, true);
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(("dishes " + name).getBytes(StandardCharsets.UTF_8));
  }
}
