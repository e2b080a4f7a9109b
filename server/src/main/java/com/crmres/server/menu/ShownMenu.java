package com.crmres.server.menu;

import com.crmres.common.menu.AbsenceReason;
import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.MenuDetails;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A branch's menu as screens see it.
final class ShownMenu {

  private ShownMenu() {}

  /// The menu as it is shown.
  ///
  /// @param choices whether with the choices of each item, which are many
  static MenuDetails of(Menu menu, boolean choices) {
    return new MenuDetails(
        menu.branchId(),
        menu.categories().stream().map(category -> category(category, choices)).toList());
  }

  private static MenuDetails.Category category(Menu.Category category, boolean choices) {
    return new MenuDetails.Category(
        category.id(),
        category.name(),
        category.items().stream().map(item -> item(item, choices)).toList());
  }

  private static MenuDetails.Item item(MenuItem item, boolean choices) {
    return new MenuDetails.Item(
        item.id(),
        item.name(),
        item.price(),
        item.available(),
        why(item.absence()),
        until(item.absence()),
        item.photo(),
        item.prices().source(),
        choices ? groups(item.groups()) : List.of());
  }

  private static List<MenuDetails.Group> groups(List<ModifierGroup> groups) {
    return groups.stream()
        .map(group ->
            new MenuDetails.Group(
                group.id(),
                GroupKind.valueOf(group.kind().name()),
                group.name(),
                group.min(),
                group.max(),
                group.rules(),
                group.options().stream().map(ShownMenu::option).toList()))
        .toList();
  }

  private static MenuDetails.Option option(ModifierOption option) {
    return new MenuDetails.Option(
        option.id(),
        option.name(),
        option.price(),
        option.standard(),
        option.available(),
        why(option.absence()),
        until(option.absence()),
        groups(option.nested()),
        option.forms().stream().flatMap(ShownMenu::way).toList());
  }

  private static Stream<MenuDetails.Way> way(ModifierOption option) {
    var form = option.form();
    return form == null
        ? Stream.empty()
        : Stream.of(
            new MenuDetails.Way(
                option.id(), form.kind(), option.name(), option.price(), option.available()));
  }

  private static @Nullable AbsenceReason why(@Nullable Absence absence) {
    return absence == null ? null : absence.why();
  }

  private static @Nullable Instant until(@Nullable Absence absence) {
    return absence == null ? null : absence.until();
  }
}
