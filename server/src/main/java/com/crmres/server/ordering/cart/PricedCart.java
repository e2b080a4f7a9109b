package com.crmres.server.ordering.cart;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import java.util.List;
import java.util.UUID;

/// A cart with its prices, made by code from the menu of the branch at one moment.
///
/// @param cartId whose it is
/// @param version of the cart
/// @param lines in the cart's order
/// @param total with VAT
/// @param vat contained in the total
public record PricedCart(
    UUID cartId, int version, List<OrderSummary.Line> lines, Money total, Money vat) {
  public PricedCart {
    lines = List.copyOf(lines);
  }
}
