package com.crmres.server.kitchen.ticket;

import com.crmres.common.kitchen.KitchenModifier;
import com.crmres.common.kitchen.KitchenModifier.Kind;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.kitchen.station.Routing;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.OrderLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads out of an order's lines what the kitchen shall make, and where.
public final class DishReader {

  private final Menu menu;
  private final Routing routing;

  public DishReader(Menu menu, Routing routing) {
    this.menu = menu;
    this.routing = routing;
  }

  public List<Wanted> read(UUID orderId, List<OrderLine> lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(place -> wanted(orderId, lines.get(place), place))
        .toList();
  }

  private Wanted wanted(UUID orderId, OrderLine line, int place) {
    UUID id = line.id();
    return new Wanted(
        id == null ? byPlace(orderId, place) : id,
        place,
        line.sold().quantity(),
        dish(line),
        routing.of(line.itemId(), category(line.itemId())));
  }

  private Dish dish(OrderLine line) {
    return new Dish(
        line.itemId(),
        line.sold().name(),
        line.sold().size(),
        line.sold().modifiers().stream().map(name -> modifier(line, name)).toList(),
        line.sold().note(),
        line.person());
  }

  /// The order keeps the words only; what they do to the dish stands in the menu.
  private KitchenModifier modifier(OrderLine line, LocalizedText name) {
    return new KitchenModifier(
        menu.item(line.itemId()).flatMap(item -> kind(item, name)).orElse(Kind.CHOICE), name);
  }

  private static Optional<Kind> kind(MenuItem item, LocalizedText name) {
    return item.groups().stream()
        .flatMap(group ->
            group.choices().stream()
                .filter(option -> option.name().equals(name))
                .map(option -> kind(group.kind(), option.form())))
        .findFirst();
  }

  private static Kind kind(ModifierGroup.Kind kind, ModifierOption.@Nullable Form form) {
    if (form != null) {
      return switch (form.kind()) {
        case NO -> Kind.WITHOUT;
        case EXTRA -> Kind.EXTRA;
        case SIDE, LIGHT, HALF_LEFT, HALF_RIGHT -> Kind.CHOICE;
      };
    }
    return switch (kind) {
      case REMOVE -> Kind.WITHOUT;
      case ADDON -> Kind.EXTRA;
      default -> Kind.CHOICE;
    };
  }

  private @Nullable UUID category(UUID itemId) {
    return menu.categories().stream()
        .filter(category -> category.items().stream().anyMatch(item -> item.id().equals(itemId)))
        .map(Menu.Category::id)
        .findFirst()
        .orElse(null);
  }

  /// Lines of before they had ids are known by their place.
  private static UUID byPlace(UUID orderId, int place) {
    return UUID.nameUUIDFromBytes((orderId + " " + place).getBytes(StandardCharsets.UTF_8));
  }
}
