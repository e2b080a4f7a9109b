package com.crmres.server.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.menu.PreModifier;
import com.crmres.common.menu.PriceTag;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.Pizza;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreModifierTest {

  private static final Menu MENU = Pizza.menu(Noor.ID, Noor.OLAYA.id(), Noor.EVENING);
  private static final MenuItem PIZZA = MENU.item(Pizza.PIZZA).orElseThrow();
  private static final UUID NO_ONION = Pizza.wanted(PreModifier.NO, Pizza.ONION);
  private static final UUID ONION_ASIDE = Pizza.wanted(PreModifier.SIDE, Pizza.ONION);
  private static final UUID EXTRA_CHEESE = Pizza.wanted(PreModifier.EXTRA, Pizza.CHEESE);
  private static final UUID LIGHT_CHEESE = Pizza.wanted(PreModifier.LIGHT, Pizza.CHEESE);
  private static final UUID EXTRA_OLIVE = Pizza.wanted(PreModifier.EXTRA, Pizza.OLIVE);
  private static final UUID LEFT_PEPPERONI = Pizza.wanted(PreModifier.HALF_LEFT, Pizza.PEPPERONI);
  private static final UUID RIGHT_MARGHERITA =
      Pizza.wanted(PreModifier.HALF_RIGHT, Pizza.MARGHERITA);
  private static final UUID RIGHT_PEPPERONI = Pizza.wanted(PreModifier.HALF_RIGHT, Pizza.PEPPERONI);

  @Test
  void withoutOnionTheRestOfWhatIsStandardStays() {
    assertThat(taken(NO_ONION)).containsExactly("No Onion", "Cheese");
    assertThat(kept(NO_ONION)).containsExactly(NO_ONION);
    assertThat(names(NO_ONION, Pizza.MARGHERITA)).containsExactly("No Onion", "Margherita");
  }

  @Test
  void leavingWhatComesWithTheDishIsSaidToTheKitchen() {
    assertThat(choices().changed(List.of(), List.of(Pizza.ONION)).kept()).containsExactly(NO_ONION);
    assertThat(choices(NO_ONION).changed(List.of(), List.of(Pizza.ONION)).kept())
        .containsExactly(NO_ONION);
    assertThat(choices(NO_ONION).changed(List.of(Pizza.ONION), List.of()).kept()).isEmpty();
  }

  @Test
  void anotherWayOfTheSameReplacesTheOneBefore() {
    assertThat(choices(EXTRA_CHEESE).changed(List.of(LIGHT_CHEESE), List.of()).kept())
        .containsExactly(LIGHT_CHEESE);
    assertThat(choices(EXTRA_CHEESE, Pizza.CHEESE).kept()).containsExactly(EXTRA_CHEESE);
    assertThat(
            choices(Pizza.OLIVE, Pizza.CHEESE, Pizza.ONION)
                .changed(List.of(EXTRA_OLIVE), List.of())
                .kept())
        .containsExactly(Pizza.ONION, Pizza.CHEESE, EXTRA_OLIVE);
    assertThat(choices(EXTRA_OLIVE).changed(List.of(), List.of(Pizza.OLIVE)).kept()).isEmpty();
  }

  @Test
  void twoWaysOfOneOptionContradictEachOther() {
    assertThat(choices(EXTRA_CHEESE, LIGHT_CHEESE).overfull()).isPresent();
    assertThat(choices(EXTRA_CHEESE, NO_ONION).overfull()).isEmpty();
  }

  @Test
  void whatIsLeftOutFillsNoPlace() {
    UUID noCheese = Pizza.wanted(PreModifier.NO, Pizza.CHEESE);

    assertThat(choices(NO_ONION, noCheese, EXTRA_OLIVE).overfull()).isEmpty();
    assertThat(taken(NO_ONION, noCheese)).containsExactly("No Onion", "No Cheese");
  }

  @Test
  void twoHalvesAreAWholeAndOneIsNot() {
    assertThat(choices(LEFT_PEPPERONI).lacking()).isPresent();
    assertThat(choices(LEFT_PEPPERONI, RIGHT_MARGHERITA).lacking()).isEmpty();
    assertThat(choices(LEFT_PEPPERONI, RIGHT_MARGHERITA).overfull()).isEmpty();
    assertThat(choices(RIGHT_PEPPERONI, RIGHT_MARGHERITA).overfull()).isPresent();
    assertThat(choices(Pizza.MARGHERITA).changed(List.of(LEFT_PEPPERONI), List.of()).kept())
        .containsExactly(LEFT_PEPPERONI);
    assertThat(choices(LEFT_PEPPERONI).changed(List.of(RIGHT_MARGHERITA), List.of()).kept())
        .containsExactly(LEFT_PEPPERONI, RIGHT_MARGHERITA);
  }

  @Test
  void theWayHasAPriceOfItsOwnOrTheUsualOne() {
    assertThat(price(Pizza.MARGHERITA)).isEqualTo(4_000);
    assertThat(price(Pizza.MARGHERITA, NO_ONION)).isEqualTo(4_000);
    assertThat(price(Pizza.MARGHERITA, EXTRA_CHEESE)).isEqualTo(4_300);
    assertThat(price(Pizza.MARGHERITA, LIGHT_CHEESE)).isEqualTo(4_000);
    assertThat(price(Pizza.MARGHERITA, ONION_ASIDE)).isEqualTo(4_050);
    assertThat(price(Pizza.MARGHERITA, EXTRA_OLIVE)).isEqualTo(4_350);
    assertThat(price(LEFT_PEPPERONI, RIGHT_MARGHERITA)).isEqualTo(4_303);
  }

  @Test
  void theLineKnowsWhatItsIdsMeant() {
    CartLine line =
        new CartLine(Noor.id("line"), Pizza.PIZZA, 2, List.of())
            .with(choices(NO_ONION, EXTRA_CHEESE, Pizza.MARGHERITA));

    assertThat(line.preModified())
        .containsExactly(
            new PreModified(NO_ONION, Pizza.ONION, PreModifier.NO),
            new PreModified(EXTRA_CHEESE, Pizza.CHEESE, PreModifier.EXTRA));
    assertThat(line.counted()).containsExactly(Pizza.PIZZA, Pizza.CHEESE, Pizza.MARGHERITA);
  }

  @Test
  void whatIsForDeliveriesIsAskedOnlyOfDeliveries() {
    assertThat(asked(PriceTag.PICKUP)).containsExactly("toppings", "flavour");
    assertThat(asked(null)).containsExactly("toppings", "flavour");
    assertThat(asked(PriceTag.DELIVERY)).containsExactly("toppings", "flavour", "cutlery", "bag");
    assertThat(new Choices(PIZZA, List.of(Pizza.MARGHERITA), PriceTag.DELIVERY).lacking())
        .isPresent();
  }

  @Test
  void whatIsForDeliveriesIsAcceptedWhileTheWayIsOpenAndOfNoPickup() {
    List<UUID> paper = List.of(Pizza.PAPER);

    assertThat(new Choices(PIZZA, paper, null).reaches(paper)).isTrue();
    assertThat(new Choices(PIZZA, paper, PriceTag.DELIVERY).reaches(paper)).isTrue();
    assertThat(new Choices(PIZZA, paper, PriceTag.PICKUP).reaches(paper)).isFalse();
    assertThat(new Choices(PIZZA, paper, PriceTag.PICKUP).kept()).isEmpty();
  }

  @Test
  void whatIsForTheBranchOnlyIsNotSoldByUs() {
    assertThat(PIZZA.groups()).extracting(group -> group.name().en()).doesNotContain("plate");
    assertThat(new Choices(PIZZA, List.of(Pizza.CHINA), null).allKnown()).isFalse();
  }

  private static List<String> asked(@Nullable PriceTag way) {
    return new Choices(PIZZA, List.of(), way)
        .asked().stream().map(group -> group.name().en()).toList();
  }

  private static Choices choices(UUID... chosen) {
    return new Choices(PIZZA, List.of(chosen), null);
  }

  private static List<UUID> kept(UUID... chosen) {
    return choices(chosen).kept();
  }

  private static List<String> taken(UUID... chosen) {
    Choices choices = choices(chosen);
    return choices.taken(PIZZA.groups().getFirst()).stream()
        .map(option -> option.name().en())
        .toList();
  }

  private static List<String> names(UUID... chosen) {
    return sold(chosen).modifiers().stream().map(name -> name.en()).toList();
  }

  private static long price(UUID... chosen) {
    return sold(chosen).total().halalas();
  }

  private static OrderSummary.Line sold(UUID... chosen) {
    CartLine line = new CartLine(Noor.id("line"), Pizza.PIZZA, 1, List.of(chosen));
    Cart cart =
        new Cart(
            Noor.id("cart"), 1, null, Fulfilment.PICKUP, null, null, null, List.of(line), null);
    return Pricing.price(cart, MENU).lines().getFirst();
  }
}
