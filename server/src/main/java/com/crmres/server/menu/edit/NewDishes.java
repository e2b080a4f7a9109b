package com.crmres.server.menu.edit;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.menu.MenuDifference;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.Fault;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.menu.Menus;
import com.crmres.server.restaurant.Restaurants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Dishes that are sold elsewhere, put into the menu as a file would put them: first seen, then
/// applied whole or not at all. They are hidden until somebody shows them.
public final class NewDishes {

  private static final Pattern PLACE = Pattern.compile("(items|groups)\\[(\\d+)](.*)");

  private final Menus menus;
  private final Editor editor;

  public NewDishes(Menus menus, Restaurants restaurants, MediaFiles media) {
    this.menus = menus;
    this.editor = new Editor(menus, restaurants, media);
  }

  /// One of them.
  ///
  /// @param sku its code outside; null if it has none
  /// @param groups what is chosen with it; one that the menu has already is taken as it is there,
  ///   within the bounds it has for this dish
  public record Dish(
      UUID id,
      UUID categoryId,
      LocalizedText name,
      Money price,
      @Nullable String sku,
      List<BookGroup> groups) {

    public Dish {
      groups = List.copyOf(groups);
    }

    /// @param known the groups of the menu by their ids
    private BookItem hidden(Map<UUID, BookGroup> known) {
      return new BookItem(
          id,
          categoryId,
          name,
          new LocalizedText("", ""),
          List.of(),
          price,
          sku,
          null,
          null,
          List.of(),
          List.of(),
          null,
          true,
          groups.stream().map(group -> link(group, known.getOrDefault(group.id(), group))).toList(),
          List.of());
    }

    private static BookItem.Link link(BookGroup wanted, BookGroup known) {
      return new BookItem.Link(
          known.id(),
          wanted.min() == known.min() ? null : wanted.min(),
          wanted.max() == known.max() ? null : wanted.max(),
          null,
          Map.of());
    }
  }

  /// What they would change.
  ///
  /// @param list how the caller calls his list of them, for faults
  public MenuDifference preview(
      Transaction transaction, UUID restaurantId, List<Dish> dishes, String list) {
    MenuBook before = menus.book(transaction, restaurantId);
    return Difference.between(before, with(transaction, restaurantId, before, dishes, list), false);
  }

  /// Puts them in.
  ///
  /// @param base the version of the menu that the preview was made of
  /// @throws ApiException if the menu was edited since, or naming every fault
  public MenuDifference apply(
      Transaction transaction, UUID restaurantId, long base, List<Dish> dishes, String list) {
    return Difference.of(
        menus.edit(
            transaction,
            restaurantId,
            before -> {
              Editor.refuseOld(before, base);
              return with(transaction, restaurantId, before, dishes, list);
            }));
  }

  private MenuBook with(
      Transaction transaction, UUID restaurantId, MenuBook before, List<Dish> dishes, String list) {
    Map<UUID, BookGroup> groups = new LinkedHashMap<>();
    before.groups().forEach(group -> groups.put(group.id(), group));
    dishes.stream()
        .flatMap(dish -> dish.groups().stream())
        .forEach(group -> groups.putIfAbsent(group.id(), group));
    List<BookItem> items = new ArrayList<>(before.items());
    dishes.forEach(dish -> items.add(dish.hidden(groups)));
    MenuBook after = before.withGroups(List.copyOf(groups.values())).withItems(items);
    Editor.refuse(
        editor.faults(transaction, restaurantId, before, after, "").stream()
            .flatMap(fault -> told(fault, before, after, dishes, list))
            .toList());
    return after;
  }

  /// What was wrong before is not the caller's; a fault of a new group is one of the first dish
  /// that brought it.
  private static Stream<Fault> told(
      Fault fault, MenuBook before, MenuBook after, List<Dish> dishes, String list) {
    Matcher place = PLACE.matcher(fault.field());
    if (!place.matches()) {
      return Stream.empty();
    }
    int index = Integer.parseInt(place.group(2));
    boolean ofItem = place.group(1).equals("items");
    int dish =
        ofItem
            ? index - before.items().size()
            : index < before.groups().size() ? -1 : bringing(dishes, after.groups().get(index));
    String where = "%s[%d]%s%s".formatted(list, dish, ofItem ? "" : ".groups", place.group(3));
    return dish < 0 ? Stream.empty() : Stream.of(new Fault(where, fault.rule(), fault.arguments()));
  }

  private static int bringing(List<Dish> dishes, BookGroup group) {
    for (int i = 0; i < dishes.size(); i++) {
      if (dishes.get(i).groups().stream().anyMatch(one -> one.id().equals(group.id()))) {
        return i;
      }
    }
    return -1;
  }
}
