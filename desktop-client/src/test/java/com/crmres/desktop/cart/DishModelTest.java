package com.crmres.desktop.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.GroupRules;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.menu.MenuDetails.Group;
import com.crmres.common.menu.MenuDetails.Option;
import com.crmres.common.menu.MenuDetails.Way;
import com.crmres.common.menu.PreModifier;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.CartDetails;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.desktop.FakeCarts;
import com.crmres.desktop.World;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DishModelTest {

  private static final LocalizedText NAME = new LocalizedText("مجموعة", "Group");
  private static final Option SMALL = FakeCarts.option("small", "صغير", "Small", 0, true);
  private static final Option LARGE = FakeCarts.option("large", "كبير", "Large", 500, false);
  private static final Option CHEESE = FakeCarts.option("cheese", "جبن", "Cheese", 200, false);
  private static final Option EGG = FakeCarts.option("egg", "بيض", "Egg", 200, false);

  @Test
  void whatIsStandardAppliesUntilSomethingElseIsTaken() {
    Group size = FakeCarts.group("size", GroupKind.SIZE, NAME, 1, 1, SMALL, LARGE);
    DishModel dish = dish(size);

    assertThat(dish.count(size, SMALL)).isOne();
    assertThat(dish.optionIds()).isEmpty();
    dish.toggle(size, LARGE);
    assertThat(dish.count(size, SMALL)).isZero();
    assertThat(dish.optionIds()).containsExactly(LARGE.id());
    dish.toggle(size, LARGE);
    assertThat(dish.optionIds()).containsExactly(LARGE.id());
  }

  @Test
  void whatIsLackingMayBeAskedLaterButTooManyMayNot() {
    Group extras = FakeCarts.group("extras", GroupKind.ADDON, NAME, 1, 1, CHEESE, EGG);
    Group two = FakeCarts.group("two", GroupKind.ADDON, NAME, 2, 2, CHEESE, EGG, LARGE);
    assertThat(dish(extras).fault(extras)).contains(DishModel.Fault.LACKING);
    assertThat(dish(extras).isAllowed()).isTrue();

    DishModel dish = dish(two);
    dish.toggle(two, CHEESE);
    assertThat(dish.fault(two)).contains(DishModel.Fault.LACKING);
    dish.toggle(two, EGG);
    assertThat(dish.fault(two)).isEmpty();
    dish.toggle(two, LARGE);
    assertThat(dish.fault(two)).contains(DishModel.Fault.TOO_MANY);
    assertThat(dish.isAllowed()).isFalse();
  }

  @Test
  void oneOptionIsTakenSeveralTimesWhereTheMenuLets() {
    GroupRules rules =
        new GroupRules(
            0,
            1,
            2,
            0,
            GroupRules.FreePolicy.CHEAPEST,
            true,
            false,
            false,
            GroupRules.Display.QUANTITY,
            GroupRules.PLAIN.channels());
    Group extras =
        new Group(World.id("extras"), GroupKind.ADDON, NAME, 0, 5, rules, List.of(CHEESE, EGG));
    DishModel dish = dish(extras);

    dish.step(extras, CHEESE, 1);
    dish.step(extras, CHEESE, 1);
    assertThat(dish.optionIds()).containsExactly(CHEESE.id(), CHEESE.id());
    assertThat(dish.fault(extras)).isEmpty();
    dish.step(extras, EGG, 1);
    assertThat(dish.fault(extras)).contains(DishModel.Fault.TOO_MANY);
    dish.step(extras, EGG, -1);
    dish.step(extras, CHEESE, 1);
    assertThat(dish.fault(extras)).contains(DishModel.Fault.TOO_MANY);
  }

  @Test
  void whatATakenOptionBringsAlongIsAskedAfterItAndForgottenWithIt() {
    Group sauce = FakeCarts.group("sauce", GroupKind.CHOICE, NAME, 1, 1, CHEESE, EGG);
    Option meal =
        new Option(
            World.id("option meal"),
            NAME,
            new Money(900),
            false,
            true,
            null,
            null,
            List.of(sauce),
            List.of());
    Group as = FakeCarts.group("as", GroupKind.CHOICE, NAME, 0, 1, meal, LARGE);
    DishModel dish = dish(as);
    assertThat(dish.asked()).containsExactly(as);

    dish.toggle(as, meal);
    assertThat(dish.asked()).containsExactly(as, sauce);
    assertThat(dish.open()).contains(sauce);
    dish.toggle(sauce, EGG);
    assertThat(dish.optionIds()).containsExactly(meal.id(), EGG.id());
    dish.toggle(as, LARGE);
    assertThat(dish.optionIds()).containsExactly(LARGE.id());
  }

  @Test
  void thereIsAtLeastOneAndAtMostFifty() {
    DishModel dish = dish();
    dish.more(-3);
    assertThat(dish.quantity().get()).isOne();
    dish.more(99);
    assertThat(dish.quantity().get()).isEqualTo(50);
  }

  @Test
  void anOptionIsWantedInAWayInsteadOfAsItIs() {
    Way light = FakeCarts.way("cheese", PreModifier.LIGHT, 100);
    Way side = FakeCarts.way("cheese", PreModifier.SIDE, 200);
    Option cheese = FakeCarts.inWays(CHEESE, light, side);
    Group extras = FakeCarts.group("extras", GroupKind.ADDON, NAME, 0, 2, cheese, EGG);
    DishModel dish = dish(extras);

    dish.take(extras, cheese, light);
    dish.toggle(extras, EGG);
    assertThat(dish.isThere(extras, cheese)).isTrue();
    assertThat(dish.optionIds()).containsExactlyInAnyOrder(light.id(), EGG.id());
    dish.take(extras, cheese, side);
    assertThat(dish.optionIds()).containsExactlyInAnyOrder(side.id(), EGG.id());
    dish.toggle(extras, cheese);
    assertThat(dish.optionIds()).containsExactly(EGG.id());
    dish.take(extras, cheese, side);
    dish.take(extras, cheese, side);
    assertThat(dish.optionIds()).containsExactly(EGG.id());
  }

  @Test
  void whatIsLeftOutOfTheStandardCountsNothingAndLeavesTheRest() {
    Way no = FakeCarts.way("onion", PreModifier.NO, 0);
    Way extra = FakeCarts.way("onion", PreModifier.EXTRA, 100);
    Option onion = FakeCarts.inWays(FakeCarts.option("onion", "بصل", "Onion", 0, true), no, extra);
    Option pickles = FakeCarts.option("pickles", "مخلل", "Pickles", 0, true);
    Group on = FakeCarts.group("on", GroupKind.CHOICE, NAME, 1, 2, onion, pickles);
    DishModel dish = dish(on);

    dish.take(on, onion, no);
    assertThat(dish.isThere(on, onion)).isFalse();
    assertThat(dish.count(on, pickles)).isOne();
    assertThat(dish.fault(on)).isEmpty();
    assertThat(dish.optionIds()).containsExactlyInAnyOrder(no.id(), pickles.id());
    dish.take(on, onion, extra);
    assertThat(dish.isThere(on, onion)).isTrue();
    assertThat(dish.fault(on)).isEmpty();
  }

  @Test
  void eachHalfIsCountedByItself() {
    Way left = FakeCarts.way("cheese", PreModifier.HALF_LEFT, 100);
    Way right = FakeCarts.way("egg", PreModifier.HALF_RIGHT, 100);
    Option cheese = FakeCarts.inWays(CHEESE, left);
    Option egg = FakeCarts.inWays(EGG, right);
    Group top = FakeCarts.group("top", GroupKind.ADDON, NAME, 1, 1, cheese, egg);
    List<UUID> halves = List.of(left.id(), right.id());

    DishModel dish = dish(top);
    dish.take(top, cheese, left);
    dish.take(top, egg, right);

    assertThat(dish.fault(top)).isEmpty();
    assertThat(dish.optionIds()).containsExactlyElementsOf(halves);
    assertThat(dish.way(top, cheese)).contains(left);
  }

  @Test
  void aLineThatIsCorrectedKeepsTheWayOfItsOption() {
    Way light = FakeCarts.way("cheese", PreModifier.LIGHT, 100);
    Option cheese = FakeCarts.inWays(CHEESE, light);
    Group extras = FakeCarts.group("extras", GroupKind.ADDON, NAME, 0, 2, cheese, EGG);
    CartDetails.Line line = FakeCarts.line("Chicken burger", 1, null);

    DishModel dish = new DishModel(dish(extras).item(), FakeCarts.with(line, light.id()));

    assertThat(dish.way(extras, cheese)).contains(light);
    assertThat(dish.optionIds()).containsExactly(light.id());
  }

  private static DishModel dish(Group... groups) {
    return new DishModel(
        new MenuDetails.Item(
            World.id("dish"), NAME, new Money(900), true, null, null, null, null, List.of(groups)));
  }
}
