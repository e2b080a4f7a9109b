package com.crmres.server.assistant.safety;

import com.crmres.common.menu.GroupRules;
import com.crmres.common.menu.PriceTag;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.cart.CartLine;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What something costs at least and at most, reckoned from the menu without the rules that price
/// carts: where a group gives portions away, how many is theirs to say.
record PriceSpan(Money least, Money most) {

  static PriceSpan of(Money exact) {
    return new PriceSpan(exact, exact);
  }

  /// One of a line.
  static PriceSpan each(MenuItem item, CartLine line, @Nullable Fulfilment fulfilment) {
    PriceTag way =
        switch (fulfilment) {
          case null -> null;
          case PICKUP -> PriceTag.PICKUP;
          case DELIVERY -> PriceTag.DELIVERY;
        };
    return groups(item.groups(), item, line, way, new HashSet<>())
        .reduce(of(base(item, line, way)), PriceSpan::plus);
  }

  PriceSpan plus(PriceSpan other) {
    return new PriceSpan(least.plus(other.least), most.plus(other.most));
  }

  PriceSpan times(int count) {
    return new PriceSpan(least.times(count), most.times(count));
  }

  boolean holds(Money amount) {
    return amount.compareTo(least) >= 0 && amount.compareTo(most) <= 0;
  }

  @Override
  public String toString() {
    return least.equals(most) ? least.text() : least.text() + " to " + most.text();
  }

  /// A size may have a price that stands in the place of the item's.
  private static Money base(MenuItem item, CartLine line, @Nullable PriceTag way) {
    return item.groups().stream()
        .filter(group -> isBase(item, group))
        .flatMap(group -> taken(group, line).stream())
        .map(option -> option.price(way))
        .findFirst()
        .orElseGet(() -> item.price(way));
  }

  /// The groups that are asked about the line: those that a taken option brings along, too, each
  /// once.
  private static Stream<PriceSpan> groups(
      List<ModifierGroup> groups,
      MenuItem item,
      CartLine line,
      @Nullable PriceTag way,
      Set<UUID> seen) {
    return groups.stream()
        .filter(group -> seen.add(group.id()))
        .flatMap(group -> {
          List<ModifierOption> taken = taken(group, line);
          return Stream.concat(
              isBase(item, group) ? Stream.empty() : Stream.of(group(group, taken, way)),
              taken.stream().flatMap(option -> groups(option.nested(), item, line, way, seen)));
        });
  }

  private static boolean isBase(MenuItem item, ModifierGroup group) {
    return group.rules().absolutePrices() && item.groups().contains(group);
  }

  private static PriceSpan group(
      ModifierGroup group, List<ModifierOption> taken, @Nullable PriceTag way) {
    GroupRules rules = group.rules();
    Set<UUID> seen = new HashSet<>();
    Money standard = Money.ZERO;
    Money extra = Money.ZERO;
    for (ModifierOption option : taken) {
      if (!option.standard() || !seen.add(option.id())) {
        extra = extra.plus(option.price(way));
      } else if (rules.chargeDefaults()) {
        standard = standard.plus(option.price(way));
      }
    }
    boolean givesAway = rules.freeCount() > 0 || rules.substitutionPricing();
    return new PriceSpan(givesAway ? standard : standard.plus(extra), standard.plus(extra));
  }

  /// Where nothing of a group was chosen, its standard applies; what is taken twice stands there
  /// twice.
  private static List<ModifierOption> taken(ModifierGroup group, CartLine line) {
    List<ModifierOption> chosen =
        group.options().stream()
            .flatMap(option ->
                Collections.nCopies(Collections.frequency(line.optionIds(), option.id()), option)
                    .stream())
            .toList();
    return chosen.isEmpty()
        ? group.options().stream().filter(ModifierOption::standard).toList()
        : chosen;
  }
}
