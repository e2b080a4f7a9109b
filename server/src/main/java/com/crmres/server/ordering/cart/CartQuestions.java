package com.crmres.server.ordering.cart;

import com.crmres.common.menu.PriceTag;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.menu.Menu;
import com.crmres.server.restaurant.Branch;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    return cart.lines().stream().flatMap(line -> aboutLine(menu, line, cart.way())).findFirst();
  }

  /// Something that has no answer left is no question: the line is taken out when it is confirmed.
  private static Stream<CartResult.Question> aboutLine(
      Menu menu, CartLine line, @Nullable PriceTag way) {
    return menu
        .item(line.itemId())
        .flatMap(item -> new Choices(item, line.optionIds(), way).question())
        .filter(LineQuestion::canBeAnswered)
        .map(question ->
            new CartResult.Question.Choose(line.id(), line.itemId(), question.group().id()))
        .stream()
        .map(CartResult.Question.class::cast);
  }

  private Optional<CartResult.Question> aboutTheWay(Cart cart) {
    if (cart.fulfilment() == null) {
      return Optional.of(new CartResult.Question.HowToGet());
    }
    Optional<CartResult.Question> delivery =
        offer.delivery().question(cart, Pricing.price(cart, offer.menu(cart)).goods());
    if (delivery.isPresent()) {
      return delivery;
    }
    if (cart.branchId() == null) {
      return Optional.of(
          new CartResult.Question.WhichBranch(
              offer.possible(cart).stream().map(Branch::id).toList()));
    }
    if (cart.fulfilment() == Fulfilment.DELIVERY && cart.contactPhone() == null && !phoneKnown) {
      return Optional.of(new CartResult.Question.WhichPhone());
    }
    return Optional.empty();
  }
}
