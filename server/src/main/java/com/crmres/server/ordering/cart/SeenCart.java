package com.crmres.server.ordering.cart;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.ordering.ReadBackState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cart as people see it: with its prices, what of it can be had, and how far the customer knows
/// it.
///
/// @param question what must be known before it can be read back
/// @param contactPhone the number to call about a delivery
public record SeenCart(
    Cart cart,
    PricedCart priced,
    List<Line> lines,
    ReadBackState readBack,
    @Nullable Instant readBackAt,
    CartResult.@Nullable Question question,
    @Nullable Instant readyAt,
    @Nullable String contactPhone) {

  public SeenCart {
    lines = List.copyOf(lines);
  }

  /// One line with its price.
  ///
  /// @param sold absent for what the menu does not know any more
  /// @param available whether it can be had now, choices included
  public record Line(CartLine line, OrderSummary.@Nullable Line sold, boolean available) {}

  static SeenCart of(
      Offer offer,
      Cart cart,
      @Nullable Instant readBackAt,
      @Nullable PricedCart read,
      CartResult.@Nullable Question question,
      @Nullable Instant readyAt,
      @Nullable String contactPhone) {
    PricedCart priced = offer.price(cart);
    ReadBackState state =
        read == null || readBackAt == null
            ? ReadBackState.NONE
            : read.equals(priced) && Confirming.counts(readBackAt, offer.at())
                ? ReadBackState.WAITING
                : ReadBackState.OUTDATED;
    return new SeenCart(
        cart,
        priced,
        cart.lines().stream().map(line -> line(offer, cart, line)).toList(),
        state,
        readBackAt,
        question,
        readyAt,
        contactPhone);
  }

  private static Line line(Offer offer, Cart cart, CartLine line) {
    List<OrderSummary.Line> sold =
        Pricing.price(cart.withLines(List.of(line)), offer.menu(cart)).lines();
    return new Line(line, sold.isEmpty() ? null : sold.getFirst(), offer.has(cart, line));
  }
}
