package com.crmres.server.ordering.cart;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.restaurant.Branch;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what must still be asked about a cart: one thing at a time, always in the same order.
final class CartQuestions {

  private final Offer offer;
  private final boolean phoneKnown;

  /// The questions about carts of a customer.
  ///
  /// @param phoneKnown whether there is a number to call him by
  CartQuestions(Offer offer, boolean phoneKnown) {
    this.offer = offer;
    this.phoneKnown = phoneKnown;
  }

  /// The next question; none for an empty cart.
  Optional<CartResult.Question> next(Cart cart) {
    if (cart.isEmpty()) {
      return Optional.empty();
    }
    return aboutItems(cart).or(() -> aboutTheWay(cart));
  }

  private Optional<CartResult.Question> aboutItems(Cart cart) {
    Menu menu = offer.menu(cart);
    return cart.lines().stream().flatMap(line -> aboutLine(menu, line)).findFirst();
  }

  private static Stream<CartResult.Question> aboutLine(Menu menu, CartLine line) {
    return menu.item(line.itemId()).flatMap(item -> lacking(item, line)).stream()
        .map(group -> new CartResult.Question.Choose(line.id(), line.itemId(), group.id()));
  }

  private static Optional<ModifierGroup> lacking(MenuItem item, CartLine line) {
    return new Choices(item, line.optionIds()).lacking();
  }

  private Optional<CartResult.Question> aboutTheWay(Cart cart) {
    if (cart.fulfilment() == null) {
      return Optional.of(new CartResult.Question.HowToGet());
    }
    if (cart.branchId() == null) {
      return Optional.of(
          new CartResult.Question.WhichBranch(
              offer.possible(cart).stream().map(Branch::id).toList()));
    }
    if (cart.fulfilment() == Fulfilment.DELIVERY && cart.destination() == null) {
      return Optional.of(new CartResult.Question.WhereTo());
    }
    if (cart.fulfilment() == Fulfilment.DELIVERY && cart.contactPhone() == null && !phoneKnown) {
      return Optional.of(new CartResult.Question.WhichPhone());
    }
    return Optional.empty();
  }
}
