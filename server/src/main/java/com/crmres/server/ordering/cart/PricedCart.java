package com.crmres.server.ordering.cart;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// A cart with its prices, made by code from the menu of the branch at one moment.
///
/// @param cartId whose it is
/// @param version of the cart
/// @param lines in the cart's order
/// @param deliveryFee with VAT; nothing for a pickup
/// @param total of the lines and the delivery, with VAT
/// @param vat contained in the total
public record PricedCart(
    UUID cartId,
    int version,
    List<OrderSummary.Line> lines,
    Money deliveryFee,
    Money total,
    Money vat) {
  public PricedCart {
    lines = List.copyOf(lines);
    // What was read back before there were fees had none.
    deliveryFee = Objects.requireNonNullElse(deliveryFee, Money.ZERO);
  }

  /// What the goods cost, without the delivery.
  public Money goods() {
    return lines.stream().map(OrderSummary.Line::total).reduce(Money.ZERO, Money::plus);
  }

  /// With a fee for the delivery.
  PricedCart delivered(Money fee) {
    Money all = goods().plus(fee);
    return new PricedCart(cartId, version, lines, fee, all, all.vatInside());
  }
}
