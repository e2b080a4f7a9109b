package com.crmres.server.ordering.cart;

import com.crmres.common.menu.PreModifier;
import com.crmres.common.menu.PriceTag;
import com.crmres.common.money.Money;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the taken options of one group add to the price of one item.
///
/// In this order: what is standard costs its price or nothing, what replaces something standard
/// costs the difference where the group says so, and then so many of the rest are free. What is
/// wanted in a way of its own costs what that way costs: extra of something standard comes on top
/// of it, what is left out takes nothing off.
final class GroupPrice {

  private final ModifierGroup group;
  private final @Nullable PriceTag way;
  private Money standard = Money.ZERO;
  private final List<Charge> extras = new ArrayList<>();

  private GroupPrice(ModifierGroup group, @Nullable PriceTag way) {
    this.group = group;
    this.way = way;
  }

  /// The price of these options of the group.
  ///
  /// @param taken in the order of the menu; what is taken twice stands there twice
  /// @param way how the customer gets it; null if that is not known
  static Money of(ModifierGroup group, List<ModifierOption> taken, @Nullable PriceTag way) {
    GroupPrice price = new GroupPrice(group, way);
    price.split(taken);
    if (group.rules().substitutionPricing()) {
      price.substitute(taken);
    }
    price.free();
    return price.extras.stream().map(Charge::amount).reduce(price.standard, Money::plus);
  }

  /// The first portion of what is standard is standard; whatever is more is an extra.
  private void split(List<ModifierOption> taken) {
    Set<UUID> seen = new HashSet<>();
    for (ModifierOption option : taken) {
      if (option.is(PreModifier.NO)) {
        standard = standard.plus(option.price(way));
      } else if (!option.standard() || !seen.add(option.id())) {
        extra(option);
      } else {
        comesWithIt(option);
      }
    }
  }

  private void comesWithIt(ModifierOption option) {
    ModifierOption.Form form = option.form();
    if (option.is(PreModifier.EXTRA)) {
      extra(option);
      comesWithIt(plain(option));
    } else if (group.rules().chargeDefaults() || (form != null && form.priced())) {
      standard = standard.plus(option.price(way));
    }
  }

  private ModifierOption plain(ModifierOption form) {
    return group.options().stream()
        .filter(option -> option.id().equals(form.plainId()))
        .findFirst()
        .orElseThrow();
  }

  private void extra(ModifierOption option) {
    extras.add(new Charge(option, extras.size(), option.price(way)));
  }

  /// The dearest extras replace the dearest of what was left out: no other way is cheaper for the
  /// customer.
  private void substitute(List<ModifierOption> taken) {
    List<Money> leftOut =
        group.options().stream()
            .filter(option -> option.standard() && isLeftOut(option, taken))
            .map(option -> option.price(way))
            .sorted(Comparator.reverseOrder())
            .toList();
    extras.sort(Comparator.comparing(Charge::amount).reversed().thenComparingInt(Charge::place));
    for (int index = 0; index < Math.min(extras.size(), leftOut.size()); index++) {
      extras.set(index, extras.get(index).less(leftOut.get(index)));
    }
    extras.sort(Comparator.comparingInt(Charge::place));
  }

  private static boolean isLeftOut(ModifierOption option, List<ModifierOption> taken) {
    return taken.stream()
        .noneMatch(other -> other.plainId().equals(option.id()) && !other.is(PreModifier.NO));
  }

  private void free() {
    int count = group.rules().freeCount();
    switch (group.rules().freePolicy()) {
      case CHEAPEST -> {
        extras.sort(Comparator.comparing(Charge::amount));
        freeFirst(count);
      }
      case FIRST -> freeFirst(count);
      case EACH -> freeOfEach(count);
    }
  }

  private void freeFirst(int count) {
    extras.subList(0, Math.min(count, extras.size())).clear();
  }

  private void freeOfEach(int count) {
    Map<UUID, Integer> seen = new HashMap<>();
    extras.removeIf(charge -> seen.merge(charge.option().id(), 1, Integer::sum) <= count);
  }

  /// One portion and what is asked for it.
  private record Charge(ModifierOption option, int place, Money amount) {

    private Charge less(Money other) {
      return new Charge(option, place, new Money(Math.max(0, amount.halalas() - other.halalas())));
    }
  }
}
