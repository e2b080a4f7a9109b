package com.crmres.server.menu.edit;

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
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Dishes that are sold elsewhere, put into the menu as a file would put them: first seen, then
/// applied whole or not at all. They are hidden until somebody shows them.
public final class NewDishes {

  private static final Pattern PLACE = Pattern.compile("items\\[(\\d+)](.*)");

  private final Menus menus;
  private final Editor editor;

  public NewDishes(Menus menus, Restaurants restaurants, MediaFiles media) {
    this.menus = menus;
    this.editor = new Editor(menus, restaurants, media);
  }

  /// One of them.
  ///
  /// @param sku its code outside; null if it has none
  public record Dish(
      UUID id, UUID categoryId, LocalizedText name, Money price, @Nullable String sku) {

    private BookItem hidden() {
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
          List.of(),
          List.of());
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
    List<BookItem> items = new ArrayList<>(before.items());
    dishes.forEach(dish -> items.add(dish.hidden()));
    MenuBook after = before.withItems(items);
    int first = before.items().size();
    Editor.refuse(
        editor.faults(transaction, restaurantId, before, after, "").stream()
            .flatMap(fault -> told(fault, first, list))
            .toList());
    return after;
  }

  /// What was wrong before is not the caller's.
  private static Stream<Fault> told(Fault fault, int first, String list) {
    Matcher place = PLACE.matcher(fault.field());
    int index = place.matches() ? Integer.parseInt(place.group(1)) - first : -1;
    return index < 0
        ? Stream.empty()
        : Stream.of(
            new Fault(
                "%s[%d]%s".formatted(list, index, place.group(2)),
                fault.rule(),
                fault.arguments()));
  }
}
