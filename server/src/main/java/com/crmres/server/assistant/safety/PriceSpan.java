package com.crmres.server.assistant.safety;

import com.crmres.common.menu.GroupRules;
import com.crmres.common.menu.PreModifier;
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
        .filter(group -> counts(group, line, way))
        .filter(group -> seen.add(group.id()))
        .flatMap(group -> {
          List<ModifierOption> taken = taken(group, line);
          return Stream.concat(
              isBase(item, group) ? Stream.empty() : Stream.of(group(group, taken, way)),
              taken.stream().flatMap(option -> groups(option.nested(), item, line, way, seen)));
        });
  }

  /// Whether the group is offered, or was chosen of while the customer may still say how he gets
  /// it.
  private static boolean counts(ModifierGroup group, CartLine line, @Nullable PriceTag way) {
    return group.isOffered(way) || (way == null && !chosen(group, line).isEmpty());
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
      Money price = option.price(way);
      if (option.is(PreModifier.NO)) {
        standard = standard.plus(price);
      } else if (!option.standard() || !seen.add(option.id())) {
        extra = extra.plus(price);
      } else if (option.is(PreModifier.EXTRA)) {
        extra = extra.plus(price);
        standard = rules.chargeDefaults() ? standard.plus(plain(group, option, way)) : standard;
      } else if (rules.chargeDefaults() || hasItsOwnPrice(option)) {
        standard = standard.plus(price);
      }
    }
    boolean givesAway = rules.freeCount() > 0 || rules.substitutionPricing();
    return new PriceSpan(givesAway ? standard : standard.plus(extra), standard.plus(extra));
  }

  private static Money plain(ModifierGroup group, ModifierOption form, @Nullable PriceTag way) {
    return group.options().stream()
        .filter(option -> option.id().equals(form.plainId()))
        .map(option -> option.price(way))
        .findFirst()
        .orElse(Money.ZERO);
  }

  private static boolean hasItsOwnPrice(ModifierOption option) {
    ModifierOption.Form form = option.form();
    return form != null && form.priced();
  }

  /// Where nothing of a group was chosen, its standard applies, but for what is said of it: "no
  /// onion". What is taken twice stands there twice.
  private static List<ModifierOption> taken(ModifierGroup group, CartLine line) {
    List<ModifierOption> chosen = chosen(group, line);
    Set<UUID> said = new HashSet<>();
    chosen.forEach(option -> said.add(option.plainId()));
    boolean onlySays =
        chosen.stream()
            .allMatch(option ->
                option.form() != null && (option.standard() || option.is(PreModifier.NO)));
    return onlySays
        ? Stream.concat(
                group.options().stream()
                    .filter(option -> option.standard() && !said.contains(option.id())),
                chosen.stream())
            .toList()
        : chosen;
  }

  private static List<ModifierOption> chosen(ModifierGroup group, CartLine line) {
    return group.choices().stream()
        .flatMap(option ->
            Collections.nCopies(Collections.frequency(line.optionIds(), option.id()), option)
                .stream())
        .toList();
  }
}
