package com.crmres.desktop.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.GroupRules;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.menu.MenuDetails.Group;
import com.crmres.common.menu.MenuDetails.Option;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.desktop.FakeCarts;
import com.crmres.desktop.World;
import java.util.List;
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

  private static DishModel dish(Group... groups) {
    return new DishModel(
        new MenuDetails.Item(
            World.id("dish"), NAME, new Money(900), true, null, null, null, null, List.of(groups)));
  }
}
