package com.crmres.server.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierOption;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PricingTest {

  private static final int HIGHEST_TOTAL = 50_000;

  @Test
  void takesTheVatOutOfEveryTotalUpToFiveHundredRiyals() {
    for (long halalas = 1; halalas <= HIGHEST_TOTAL; halalas++) {
      PricedCart priced = Pricing.price(cart(1, List.of()), menu(halalas));

      assertThat(priced.total().halalas()).isEqualTo(halalas);
      assertThat(priced.vat().halalas()).isEqualTo(halalas - net(halalas));
    }
  }

  @Test
  void theVatIsThatOfTheTotalNotOfTheLines() {
    // 12 + 12 + 12 + 9 + 7 = 52: the lines' own nets would add up to one halala less.
    PricedCart priced = Pricing.price(cart(1, List.of()), menu(5_200));

    assertThat(priced.vat()).isEqualTo(new Money(5_200 - 4_522));
  }

  @Test
  void addsOptionsToEachOfTheQuantity() {
    PricedCart priced = price(3, Noor.LARGE, Noor.CHEESE);

    assertThat(priced.total()).isEqualTo(new Money(3 * (2_400 + 500 + 300)));
  }

  @Test
  void showsTheKitchenTheSizeAndWhatIsUnusual() {
    OrderSummary.Line line = price(1, Noor.NO_ONION).lines().getFirst();

    assertThat(line.size()).isEqualTo(Noor.REGULAR.name());
    assertThat(line.modifiers()).containsExactly(Noor.NO_ONION.name());
  }

  private static PricedCart price(int quantity, ModifierOption... options) {
    List<UUID> ids = List.of(options).stream().map(ModifierOption::id).toList();
    CartLine line = new CartLine(Noor.id("line"), Noor.BURGER.id(), quantity, ids);
    return Pricing.price(cart(line), Noor.menuOf(Noor.OLAYA));
  }

  private static Cart cart(int quantity, List<UUID> options) {
    return cart(new CartLine(Noor.id("line"), Noor.id("dish"), quantity, options));
  }

  private static Cart cart(CartLine line) {
    return new Cart(Noor.id("cart"), 1, null, null, null, null, null, List.of(line), null);
  }

  private static Menu menu(long price) {
    LocalizedText name = new LocalizedText("طبق", "Dish");
    MenuItem dish =
        new MenuItem(Noor.id("dish"), name, name, List.of(), new Money(price), true, List.of());
    return new Menu(
        Noor.ID,
        Noor.OLAYA.id(),
        List.of(new Menu.Category(Noor.id("dishes"), name, List.of(dish))));
  }

  private static long net(long gross) {
    return BigDecimal.valueOf(gross * 100)
        .divide(BigDecimal.valueOf(115), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
