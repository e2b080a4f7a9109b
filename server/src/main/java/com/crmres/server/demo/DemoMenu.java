package com.crmres.server.demo;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// The menu as `demo/menu.json` writes it: groups once, items that name them; prices in halalas.
record DemoMenu(List<Group> groups, List<Category> categories) {

  record Group(
      String key,
      ModifierGroup.Kind kind,
      LocalizedText name,
      int min,
      int max,
      List<Option> options) {

    private ModifierGroup group() {
      return new ModifierGroup(
          DemoIds.of("group", key),
          kind,
          name,
          min,
          max,
          options.stream().map(option -> option.option(key)).toList());
    }
  }

  record Option(
      String key, LocalizedText name, List<String> aliases, long price, boolean standard) {

    private ModifierOption option(String group) {
      UUID id = DemoIds.of("option", group + " " + key);
      return new ModifierOption(id, name, aliases, new Money(price), standard, true);
    }
  }

  record Category(String key, LocalizedText name, List<Item> items) {

    private Menu.Category category(Map<String, ModifierGroup> groups) {
      return new Menu.Category(
          DemoIds.of("category", key),
          name,
          items.stream().map(item -> item.item(groups)).toList());
    }
  }

  record Item(
      String key,
      LocalizedText name,
      long price,
      LocalizedText description,
      List<String> aliases,
      List<String> groups,
      String sku) {

    private MenuItem item(Map<String, ModifierGroup> known) {
      return new MenuItem(
          id(key),
          name,
          description,
          aliases,
          new Money(price),
          true,
          groups.stream().map(group -> named(known, group)).toList(),
          sku);
    }
  }

  static DemoMenu read() {
    return DemoFile.read("menu.json", DemoMenu.class);
  }

  /// The id of the item that the file knows by `key`.
  static UUID id(String key) {
    return DemoIds.of("item", key);
  }

  List<Menu.Category> menu() {
    Map<String, ModifierGroup> known =
        groups.stream().collect(Collectors.toMap(Group::key, Group::group));
    return categories.stream().map(category -> category.category(known)).toList();
  }

  private static ModifierGroup named(Map<String, ModifierGroup> known, String key) {
    return Optional.ofNullable(known.get(key))
        .orElseThrow(() -> new IllegalStateException("demo/menu.json has no group " + key));
  }
}
