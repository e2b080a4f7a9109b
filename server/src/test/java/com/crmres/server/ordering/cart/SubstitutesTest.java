package com.crmres.server.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubstitutesTest {

  private static final MenuItem GONE = item("gone", 1000, false);

  @Test
  void theNearestPriceOfTheSameCategoryIsOffered() {
    assertThat(substitute(item("far", 1100, true), item("near", 950, true))).isEqualTo("near");
  }

  @Test
  void nothingIsOfferedThatIsATenthDearerOrCheaperOrSoldOut() {
    assertThat(
            substitute(
                item("dear", 1101, true), item("cheap", 899, true), item("out", 1000, false)))
        .isEqualTo("none");
  }

  @Test
  void whatLeavesTheSameChoicesGoesBeforeANearerPrice() {
    MenuItem withSizes = item("sizes", 1000, true, Noor.SIZE);

    assertThat(substitute(withSizes, item("plain", 1090, true))).isEqualTo("plain");
  }

  @Test
  void anotherCategoryIsNotLookedAt() {
    Menu menu =
        new Menu(
            Noor.ID,
            Noor.OLAYA.id(),
            List.of(category("a", GONE), category("b", item("same price", 1000, true))));

    assertThat(Substitutes.of(menu, GONE.id())).isEmpty();
  }

  private static String substitute(MenuItem... others) {
    List<MenuItem> items = Stream.concat(Stream.of(GONE), List.of(others).stream()).toList();
    Menu menu =
        new Menu(
            Noor.ID, Noor.OLAYA.id(), List.of(category("one", items.toArray(MenuItem[]::new))));
    return Substitutes.of(menu, GONE.id()).map(item -> item.name().en()).orElse("none");
  }

  private static Menu.Category category(String name, MenuItem... items) {
    return new Menu.Category(Noor.id(name), new LocalizedText(name, name), List.of(items));
  }

  private static MenuItem item(
      String name, long halalas, boolean available, ModifierGroup... groups) {
    return new MenuItem(
        Noor.id(name),
        new LocalizedText(name, name),
        new LocalizedText("", ""),
        List.of(),
        new Money(halalas),
        available,
        List.of(groups));
  }
}
