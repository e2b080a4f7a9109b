package com.crmres.server.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.menu.GroupRules;
import com.crmres.common.menu.GroupRules.Display;
import com.crmres.common.menu.GroupRules.FreePolicy;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GroupPriceTest {

  private static final LocalizedText NAME = new LocalizedText("خيار", "Choice");

  @Test
  void theFirstTwoSaucesAreFreeAndTheThirdIsNot() {
    ModifierGroup sauces = group(rules(2, FreePolicy.CHEAPEST, true, false), 100, 200, 300);

    assertThat(price(sauces, 1, 1, 1)).isEqualTo(300);
    assertThat(price(sauces, 0, 2, 1)).isEqualTo(300);
    assertThat(price(sauces, 0, 0, 2)).isZero();
  }

  @Test
  void whatIsStandardMayBeFree() {
    ModifierGroup cheese = withStandard(rules(0, FreePolicy.FIRST, false, false), 0, 150, 250);

    assertThat(price(cheese, 1, 0)).isZero();
    assertThat(price(cheese, 2, 0)).isEqualTo(150);
    assertThat(price(cheese, 1, 1)).isEqualTo(250);
  }

  @Test
  void whoSwapsTheStandardPaysTheDifference() {
    ModifierGroup side = withStandard(rules(0, FreePolicy.FIRST, false, true), 0, 500, 800, 300);

    assertThat(price(side, 0, 1, 0)).isEqualTo(300);
    assertThat(price(side, 0, 0, 1)).isZero();
    assertThat(price(side, 1, 1, 0)).isEqualTo(800);
  }

  /// Of all ways to choose which portions are free, the house gives away the least.
  @Property(tries = 300)
  void theCheapestAreFree(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 900) Integer> prices,
      @ForAll @Size(4) List<@IntRange(max = 2) Integer> counts,
      @ForAll @IntRange(max = 5) int free) {
    ModifierGroup group = group(rules(free, FreePolicy.CHEAPEST, true, false), ints(prices));
    List<Long> portions = portions(prices, counts);

    long dearest = 0;
    for (int bits = 0; bits < 1 << portions.size(); bits++) {
      if (Integer.bitCount(bits) == Math.min(free, portions.size())) {
        dearest = Math.max(dearest, paid(portions, bits));
      }
    }

    assertThat(price(group, ints(counts.subList(0, prices.size())))).isEqualTo(dearest);
  }

  @Property(tries = 300)
  void theFirstOfEachAreFree(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 900) Integer> prices,
      @ForAll @Size(4) List<@IntRange(max = 4) Integer> counts,
      @ForAll @IntRange(max = 3) int free) {
    ModifierGroup group = group(rules(free, FreePolicy.EACH, true, false), ints(prices));
    long due = 0;
    for (int index = 0; index < prices.size(); index++) {
      due += (long) Math.max(0, counts.get(index) - free) * prices.get(index);
    }

    assertThat(price(group, ints(counts.subList(0, prices.size())))).isEqualTo(due);
  }

  /// Of all ways to say what replaces what, the customer gets the cheapest.
  @Property(tries = 300)
  void noOtherSwapIsCheaper(
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 900) Integer> standards,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 900) Integer> others) {
    List<ModifierOption> options = new ArrayList<>();
    standards.forEach(price -> options.add(option(options.size(), price, true)));
    others.forEach(price -> options.add(option(options.size(), price, false)));
    ModifierGroup group = group(rules(0, FreePolicy.FIRST, false, true), options);
    List<ModifierOption> taken = options.subList(standards.size(), options.size());

    assertThat(GroupPrice.of(group, taken, null).halalas())
        .isEqualTo(cheapest(new ArrayList<>(others), new ArrayList<>(standards)));
  }

  private static long cheapest(List<Integer> extras, List<Integer> leftOut) {
    if (extras.isEmpty()) {
      return 0;
    }
    int extra = extras.getFirst();
    List<Integer> rest = extras.subList(1, extras.size());
    long best = extra + cheapest(rest, leftOut);
    for (int index = 0; index < leftOut.size(); index++) {
      List<Integer> others = new ArrayList<>(leftOut);
      int replaced = others.get(index);
      others.subList(index, index + 1).clear();
      best = Math.min(best, Math.max(0, extra - replaced) + cheapest(rest, others));
    }
    return best;
  }

  private static long paid(List<Long> portions, int free) {
    return IntStream.range(0, portions.size())
        .filter(index -> (free >> index & 1) == 0)
        .mapToLong(portions::get)
        .sum();
  }

  private static List<Long> portions(List<Integer> prices, List<Integer> counts) {
    return IntStream.range(0, prices.size())
        .boxed()
        .flatMap(index -> Collections.nCopies(counts.get(index), (long) prices.get(index)).stream())
        .toList();
  }

  private static long price(ModifierGroup group, int... counts) {
    List<ModifierOption> taken = new ArrayList<>();
    for (int index = 0; index < counts.length; index++) {
      taken.addAll(Collections.nCopies(counts[index], group.options().get(index)));
    }
    return GroupPrice.of(group, taken, null).halalas();
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static GroupRules rules(
      int free, FreePolicy policy, boolean chargeDefaults, boolean substitution) {
    return new GroupRules(
        0, 0, 0, free, policy, chargeDefaults, substitution, false, Display.CHECK, Set.of());
  }

  private static ModifierGroup group(GroupRules rules, int... prices) {
    return withStandard(rules, -1, prices);
  }

  private static ModifierGroup withStandard(GroupRules rules, int standard, int... prices) {
    return group(
        rules,
        IntStream.range(0, prices.length)
            .mapToObj(index -> option(index, prices[index], index == standard))
            .toList());
  }

  private static ModifierGroup group(GroupRules rules, List<ModifierOption> options) {
    return new ModifierGroup(new UUID(1, 0), ModifierGroup.Kind.ADDON, NAME, 0, 99, options, rules);
  }

  private static ModifierOption option(int index, long price, boolean standard) {
    return new ModifierOption(
        new UUID(2, index), NAME, List.of(), new Money(price), standard, true);
  }
}
