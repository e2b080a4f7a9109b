package com.crmres.common.menu;

import com.crmres.common.wire.WireName;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What holds in a group of choices besides how many may be taken in all.
///
/// @param minDistinct at least so many different options
/// @param maxDistinct at most so many different options; 0 for any number
/// @param maxPerOption how often one option may be taken; 0 for any number
/// @param freeCount so many cost nothing
/// @param freePolicy which of them those are
/// @param chargeDefaults whether what is standard costs its price
/// @param substitutionPricing whether what replaces something standard costs only the difference
/// @param absolutePrices whether an option's price stands in the place of the item's; only for
///   sizes
/// @param display how screens show the group
/// @param channels where the group is offered; none for everywhere
public record GroupRules(
    int minDistinct,
    int maxDistinct,
    int maxPerOption,
    int freeCount,
    FreePolicy freePolicy,
    boolean chargeDefaults,
    boolean substitutionPricing,
    boolean absolutePrices,
    Display display,
    Set<SalesChannel> channels) {

  /// Each option once, all at their price.
  public static final GroupRules PLAIN =
      new GroupRules(0, 0, 1, 0, FreePolicy.CHEAPEST, true, false, false, Display.CHECK, Set.of());

  public GroupRules {
    // In one order always, so that rules read the same however often they are written.
    channels =
        channels == null || channels.isEmpty()
            ? Set.of()
            : Collections.unmodifiableSet(EnumSet.copyOf(channels));
  }

  /// Which options of a group are free.
  public enum FreePolicy implements WireName {
    /// The cheapest that were taken.
    CHEAPEST,
    /// The first that were taken, in the order of the menu.
    FIRST,
    /// The first portions of each option.
    EACH
  }

  /// How screens show a group.
  public enum Display implements WireName {
    RADIO,
    CHECK,
    QUANTITY,
    SELECT
  }

  public GroupRules withFreeCount(int changed) {
    return new GroupRules(
        minDistinct,
        maxDistinct,
        maxPerOption,
        changed,
        freePolicy,
        chargeDefaults,
        substitutionPricing,
        absolutePrices,
        display,
        channels);
  }
}
