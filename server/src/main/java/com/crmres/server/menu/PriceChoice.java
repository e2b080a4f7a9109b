package com.crmres.server.menu;

import com.crmres.common.menu.PriceRule;
import com.crmres.common.menu.PriceSource;
import com.crmres.common.menu.PriceTag;
import com.crmres.common.money.Money;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Chooses among the prices of something the one that holds: the rule of a time before that of a
/// way, that before the branch's own, and the base at last. Zero is a price.
final class PriceChoice {

  private static final List<PriceTag> WAYS = List.of(PriceTag.PICKUP, PriceTag.DELIVERY);

  private final UUID branchId;
  private final Set<UUID> partsNow;

  /// A choice for a branch.
  ///
  /// @param partsNow the parts of the day that it is now
  PriceChoice(UUID branchId, Set<UUID> partsNow) {
    this.branchId = branchId;
    this.partsNow = partsNow;
  }

  Chosen of(Money base, List<PriceRule> rules) {
    if (rules.isEmpty()) {
      return new Chosen(base, Prices.BASE);
    }
    Prices.Priced plain = best(base, rules, null);
    Map<PriceTag, Prices.Priced> byWay = new EnumMap<>(PriceTag.class);
    for (PriceTag way : WAYS) {
      Prices.Priced priced = best(base, rules, way);
      if (!priced.equals(plain)) {
        byWay.put(way, priced);
      }
    }
    return new Chosen(plain.price(), new Prices(plain.source(), byWay));
  }

  private Prices.Priced best(Money base, List<PriceRule> rules, @Nullable PriceTag way) {
    return rules.stream()
        .filter(rule -> applies(rule, way))
        .min(
            Comparator.comparing((PriceRule rule) -> rule.dayPartId() == null)
                .thenComparing(rule -> rule.tag() == null)
                .thenComparing(rule -> rule.tag() == PriceTag.WHATSAPP)
                .thenComparing(rule -> rule.branchId() == null))
        .map(rule -> new Prices.Priced(rule.price(), source(rule)))
        .orElseGet(() -> new Prices.Priced(base, PriceSource.BASE));
  }

  /// Everything is sold by WhatsApp, whatever way it goes then.
  private boolean applies(PriceRule rule, @Nullable PriceTag way) {
    return (rule.branchId() == null || rule.branchId().equals(branchId))
        && (rule.tag() == null || rule.tag() == PriceTag.WHATSAPP || rule.tag() == way)
        && (rule.dayPartId() == null || partsNow.contains(rule.dayPartId()));
  }

  private static PriceSource source(PriceRule rule) {
    if (rule.dayPartId() != null) {
      return PriceSource.TIMED;
    }
    if (rule.tag() != null) {
      return PriceSource.CHANNEL;
    }
    return rule.branchId() == null ? PriceSource.BASE : PriceSource.BRANCH;
  }

  /// The price without a way, and what else is to be known of it.
  record Chosen(Money price, Prices prices) {}
}
