package com.crmres.server.menu;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.menu.PriceRule;
import com.crmres.common.menu.PriceSource;
import com.crmres.common.menu.PriceTag;
import com.crmres.common.money.Money;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceChoiceTest {

  private static final UUID OLAYA = new UUID(1, 1);
  private static final UUID MALAZ = new UUID(1, 2);
  private static final UUID HAPPY_HOUR = new UUID(2, 1);
  private static final UUID SUHOOR = new UUID(2, 2);
  private static final Money BASE = new Money(2_000);

  private final PriceChoice choice = new PriceChoice(OLAYA, Set.of(HAPPY_HOUR));

  @Test
  void timeGoesBeforeWayAndWayBeforeBranch() {
    List<PriceRule> rules =
        List.of(
            new PriceRule(OLAYA, null, null, new Money(1_900)),
            new PriceRule(null, PriceTag.DELIVERY, null, new Money(2_300)),
            new PriceRule(null, null, HAPPY_HOUR, new Money(0)));

    assertThat(choice.of(BASE, rules.subList(0, 1)).prices().source())
        .isEqualTo(PriceSource.BRANCH);
    assertThat(choice.of(BASE, rules.subList(0, 2)).prices().byWay())
        .containsEntry(PriceTag.DELIVERY, new Prices.Priced(new Money(2_300), PriceSource.CHANNEL));
    assertThat(choice.of(BASE, rules).price()).isEqualTo(Money.ZERO);
    assertThat(choice.of(BASE, rules).prices().source()).isEqualTo(PriceSource.TIMED);
  }

  @Test
  void thePriceOfAnotherBranchOrHourIsNone() {
    List<PriceRule> rules =
        List.of(
            new PriceRule(MALAZ, null, null, new Money(1)),
            new PriceRule(null, null, SUHOOR, new Money(2)));

    assertThat(choice.of(BASE, rules)).isEqualTo(new PriceChoice.Chosen(BASE, Prices.BASE));
  }

  /// Among any rules, none that applies is stronger than the one that was taken.
  @Property(tries = 1000)
  void theStrongestThatAppliesIsTaken(@ForAll("rules") List<PriceRule> rules) {
    for (PriceTag way : List.of(PriceTag.PICKUP, PriceTag.DELIVERY)) {
      PriceChoice.Chosen chosen = choice.of(BASE, rules);
      Prices.Priced own = chosen.prices().byWay().get(way);
      Money price = own == null ? chosen.price() : own.price();
      int strongest = rules.stream().mapToInt(rule -> strength(rule, way)).max().orElse(-1);

      assertThat(
              strongest < 0
                  ? price.equals(BASE)
                  : rules.stream()
                      .filter(rule -> strength(rule, way) == strongest)
                      .anyMatch(rule -> rule.price().equals(price)))
          .isTrue();
    }
  }

  private static int strength(PriceRule rule, @Nullable PriceTag way) {
    boolean applies =
        !MALAZ.equals(rule.branchId())
            && !SUHOOR.equals(rule.dayPartId())
            && (rule.tag() == null || rule.tag() == PriceTag.WHATSAPP || rule.tag() == way);
    if (!applies) {
      return -1;
    }
    int ofTag = rule.tag() == null ? 0 : rule.tag() == PriceTag.WHATSAPP ? 1 : 2;
    return (rule.dayPartId() == null ? 0 : 6) + ofTag * 2 + (rule.branchId() == null ? 0 : 1);
  }

  @Provide
  Arbitrary<List<PriceRule>> rules() {
    return Combinators.combine(
            Arbitraries.of(OLAYA, MALAZ).injectNull(0.4),
            Arbitraries.of(PriceTag.class).injectNull(0.4),
            Arbitraries.of(HAPPY_HOUR, SUHOOR).injectNull(0.6),
            Arbitraries.longs().between(0, 5_000).map(Money::new))
        .as(PriceRule::new)
        .list()
        .ofMaxSize(6);
  }
}
