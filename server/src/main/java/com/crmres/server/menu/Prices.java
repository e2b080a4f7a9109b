package com.crmres.server.menu;

import com.crmres.common.menu.PriceSource;
import com.crmres.common.menu.PriceTag;
import com.crmres.common.money.Money;
import java.util.Map;

/// Where a price comes from, and what it is where it depends on how the customer gets the order.
///
/// @param source of the price without a way
/// @param byWay only the ways whose price differs
public record Prices(PriceSource source, Map<PriceTag, Priced> byWay) {

  /// The price of the menu, by every way.
  public static final Prices BASE = new Prices(PriceSource.BASE, Map.of());

  public Prices {
    byWay = Map.copyOf(byWay);
  }

  /// A price with where it comes from.
  public record Priced(Money price, PriceSource source) {}
}
