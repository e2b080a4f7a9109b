package com.crmres.server.ordering.cart;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a cart costs by a menu, in whole halalas.
///
/// VAT is taken out of the total once: taken out of each line it would not add up.
final class Pricing {

  private Pricing() {}

  /// Prices the cart; a line whose item the menu does not know is left out.
  static PricedCart price(Cart cart, Menu menu) {
    List<OrderSummary.Line> lines =
        cart.lines().stream()
            .flatMap(line -> menu.item(line.itemId()).map(item -> line(line, item)).stream())
            .toList();
    Money total = sum(lines.stream().map(OrderSummary.Line::total).toList());
    return new PricedCart(cart.id(), cart.version(), lines, total, total.vatInside());
  }

  static OrderSummary.Line line(CartLine line, MenuItem item) {
    Choices choices = new Choices(item, line.optionIds());
    return new OrderSummary.Line(
        line.quantity(),
        item.name(),
        size(item, choices),
        modifiers(item, line),
        line.note(),
        each(item, choices).times(line.quantity()));
  }

  private static Money each(MenuItem item, Choices choices) {
    Money options =
        sum(
            item.groups().stream()
                .flatMap(group -> choices.taken(group).stream())
                .map(ModifierOption::price)
                .toList());
    return item.price().plus(options);
  }

  private static @Nullable LocalizedText size(MenuItem item, Choices choices) {
    return item.sizes().stream()
        .flatMap(group -> choices.taken(group).stream())
        .map(ModifierOption::name)
        .findFirst()
        .orElse(null);
  }

  /// What the kitchen must read: the choices that are not the usual ones.
  private static List<LocalizedText> modifiers(MenuItem item, CartLine line) {
    return item.groups().stream()
        .filter(group -> group.kind() != ModifierGroup.Kind.SIZE)
        .flatMap(group -> group.options().stream())
        .filter(option -> line.optionIds().contains(option.id()))
        .map(ModifierOption::name)
        .toList();
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.ZERO, Money::plus);
  }
}
