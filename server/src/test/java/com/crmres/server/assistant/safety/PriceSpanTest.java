package com.crmres.server.assistant.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.menu.GroupRules;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.assistant.embedded.TestMenu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.menu.Prices;
import com.crmres.server.ordering.cart.CartLine;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PriceSpanTest {

  private static final LocalizedText NAME = new LocalizedText("شي", "Thing");
  private static final ModifierOption SAUCE = option("sauce", 200, List.of());
  private static final ModifierGroup DIPS = group("dips", 3, List.of(SAUCE), GroupRules.PLAIN);
  private static final ModifierOption FRIES = option("fries", 500, List.of(DIPS));
  private static final ModifierOption CHEESE = option("cheese", 300, List.of());
  private static final ModifierGroup EXTRAS =
      group("extras", 5, List.of(FRIES, CHEESE), GroupRules.PLAIN);

  @Test
  void whatIsTakenTwiceIsPaidTwice() {
    assertThat(span(EXTRAS, CHEESE.id(), CHEESE.id())).isEqualTo(exactly(2_000 + 600));
  }

  @Test
  void whatAnOptionBringsAlongIsPaidOnlyWithIt() {
    assertThat(span(EXTRAS, FRIES.id(), SAUCE.id(), SAUCE.id()))
        .isEqualTo(exactly(2_000 + 500 + 400));
    assertThat(span(EXTRAS, SAUCE.id())).isEqualTo(exactly(2_000));
  }

  @Test
  void whereAGroupGivesPortionsAwayItsRulesSayHowMany() {
    ModifierGroup extras = group("free", 5, List.of(CHEESE), GroupRules.PLAIN.withFreeCount(2));

    assertThat(span(extras, CHEESE.id(), CHEESE.id()))
        .isEqualTo(new PriceSpan(new Money(2_000), new Money(2_600)));
  }

  private static PriceSpan span(ModifierGroup group, UUID... options) {
    CartLine line = new CartLine(new UUID(1, 1), new UUID(1, 2), 1, List.of(options));
    return PriceSpan.each(item(group), line, Fulfilment.PICKUP);
  }

  private static PriceSpan exactly(long halalas) {
    return PriceSpan.of(new Money(halalas));
  }

  private static MenuItem item(ModifierGroup group) {
    return new MenuItem(
        new UUID(1, 2), NAME, NAME, List.of(), new Money(2_000), true, List.of(group));
  }

  private static ModifierGroup group(
      String name, int max, List<ModifierOption> options, GroupRules rules) {
    return new ModifierGroup(
        TestMenu.id(name), ModifierGroup.Kind.ADDON, NAME, 0, max, options, rules);
  }

  private static ModifierOption option(String name, long halalas, List<ModifierGroup> nested) {
    return new ModifierOption(
        TestMenu.id(name),
        NAME,
        List.of(),
        new Money(halalas),
        false,
        true,
        nested,
        Prices.BASE,
        null,
        List.of(),
        null,
        List.of(),
        null);
  }
}
