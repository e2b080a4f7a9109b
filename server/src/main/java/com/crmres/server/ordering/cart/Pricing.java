package com.crmres.server.ordering.cart;

import com.crmres.common.menu.PriceTag;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a cart costs by a menu, in whole halalas.
///
/// VAT is taken out of the total once: taken out of each line it would not add up.
final class Pricing {

  private Pricing() {}

  /// Prices the cart; a line whose item the menu does not know is left out.
  static PricedCart price(Cart cart, Menu menu) {
    PriceTag way = cart.way();
    List<OrderSummary.Line> lines =
        cart.lines().stream()
            .flatMap(line -> menu.item(line.itemId()).map(item -> line(line, item, way)).stream())
            .toList();
    Money total = sum(lines.stream().map(OrderSummary.Line::total));
    return new PricedCart(cart.id(), cart.version(), lines, Money.ZERO, total, total.vatInside());
  }

  private static OrderSummary.Line line(CartLine line, MenuItem item, @Nullable PriceTag way) {
    Choices choices = new Choices(item, line.optionIds(), way);
    return new OrderSummary.Line(
        item.id(),
        line.quantity(),
        item.name(),
        size(item, choices),
        modifiers(item, choices),
        line.note(),
        each(item, choices, way).times(line.quantity()));
  }

  private static Money each(MenuItem item, Choices choices, @Nullable PriceTag way) {
    Money options =
        sum(
            choices.asked().stream()
                .filter(group -> !setsThePrice(item, group))
                .map(group -> GroupPrice.of(group, choices.taken(group), way)));
    return base(item, choices, way).plus(options);
  }

  /// The item's price, or its size's where that stands for itself.
  private static Money base(MenuItem item, Choices choices, @Nullable PriceTag way) {
    return item.groups().stream()
        .filter(group -> setsThePrice(item, group))
        .flatMap(group -> choices.taken(group).stream())
        .map(option -> option.price(way))
        .findFirst()
        .orElseGet(() -> item.price(way));
  }

  private static boolean setsThePrice(MenuItem item, ModifierGroup group) {
    return group.rules().absolutePrices() && item.groups().contains(group);
  }

  private static @Nullable LocalizedText size(MenuItem item, Choices choices) {
    return item.sizes().stream()
        .flatMap(group -> choices.taken(group).stream())
        .map(ModifierOption::name)
        .findFirst()
        .orElse(null);
  }

  /// What the kitchen must read: the choices that are not the usual ones.
  private static List<LocalizedText> modifiers(MenuItem item, Choices choices) {
    Optional<ModifierGroup> size = item.sizes();
    return choices.asked().stream()
        .filter(group -> !size.equals(Optional.of(group)))
        .flatMap(group -> names(choices.chosenOf(group)))
        .toList();
  }

  private static Stream<LocalizedText> names(List<ModifierOption> chosen) {
    return chosen.stream()
        .distinct()
        .map(option -> times(option.name(), Collections.frequency(chosen, option)));
  }

  private static LocalizedText times(LocalizedText name, int count) {
    return count == 1
        ? name
        : new LocalizedText(name.ar() + " ×" + count, name.en() + " ×" + count);
  }

  private static Money sum(Stream<Money> amounts) {
    return amounts.reduce(Money.ZERO, Money::plus);
  }
}
