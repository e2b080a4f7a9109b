package com.crmres.common.menu;

import com.crmres.common.wire.WireName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where choices are offered. What is sold by WhatsApp is collected or delivered besides; what is
/// sold in the branch only, this program never sells.
public enum SalesChannel implements WireName {
  WHATSAPP,
  BRANCH,
  PICKUP,
  DELIVERY;

  /// Whether these may come to offer something to a customer of WhatsApp; none of them is all.
  public static boolean sells(Set<SalesChannel> channels) {
    return !channels.equals(Set.of(BRANCH));
  }

  /// Whether these offer something to a customer of WhatsApp; none of them is all of them.
  ///
  /// @param way how he gets it; null while he may still choose
  public static boolean offered(Set<SalesChannel> channels, @Nullable PriceTag way) {
    return channels.isEmpty()
        || channels.contains(WHATSAPP)
        || switch (way) {
          case null -> false;
          case WHATSAPP -> false;
          case PICKUP -> channels.contains(PICKUP);
          case DELIVERY -> channels.contains(DELIVERY);
        };
  }
}
