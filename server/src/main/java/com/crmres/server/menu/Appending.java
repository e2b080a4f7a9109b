package com.crmres.server.menu;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.menu.PreModifierRule;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts whole categories, as they are sold, at the end of a menu as it is edited.
final class Appending {

  private final MenuBook book;
  private final List<BookGroup> groups;

  Appending(MenuBook book) {
    this.book = book;
    this.groups = new ArrayList<>(book.groups());
  }

  MenuBook with(Menu.Category category) {
    List<MenuBook.Category> categories = new ArrayList<>(book.categories());
    categories.add(new MenuBook.Category(category.id(), category.name(), null, false));
    List<BookItem> items = new ArrayList<>(book.items());
    category.items().forEach(item -> items.add(item(category.id(), item)));
    return book.withCategories(categories).withItems(items).withGroups(groups);
  }

  private BookItem item(UUID categoryId, MenuItem item) {
    return new BookItem(
        item.id(),
        categoryId,
        item.name(),
        item.description(),
        item.aliases(),
        item.price(),
        item.sku(),
        item.photo(),
        item.calories(),
        item.allergens(),
        List.of(),
        null,
        false,
        item.groups().stream().map(group -> new BookItem.Link(known(group))).toList(),
        List.of());
  }

  private UUID known(ModifierGroup group) {
    if (groups.stream().noneMatch(known -> known.id().equals(group.id()))) {
      groups.add(
          new BookGroup(
              group.id(),
              GroupKind.valueOf(group.kind().name()),
              group.name(),
              group.min(),
              group.max(),
              group.rules(),
              group.options().stream().map(this::option).toList()));
    }
    return group.id();
  }

  private BookGroup.Option option(ModifierOption option) {
    return new BookGroup.Option(
        option.id(),
        option.name(),
        option.aliases(),
        option.price(),
        option.standard(),
        option.available(),
        option.nested().stream().map(this::known).toList(),
        option.calories(),
        option.allergens(),
        List.of(),
        List.of(),
        option.forms().stream().flatMap(form -> Stream.ofNullable(rule(form))).toList());
  }

  private static @Nullable PreModifierRule rule(ModifierOption form) {
    ModifierOption.Form made = form.form();
    return made == null
        ? null
        : new PreModifierRule(made.kind(), made.priced() ? form.price() : null);
  }
}
