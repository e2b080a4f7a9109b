package com.crmres.server.ordering.cart;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.menu.GroupRules;
import com.crmres.common.menu.GroupRules.Display;
import com.crmres.common.menu.GroupRules.FreePolicy;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.menu.Prices;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LineQuestionTest {

  private static final LocalizedText NAME = new LocalizedText("خيار", "Choice");

  private final ModifierOption smallDrink = option("small drink", 0, false, true);
  private final ModifierOption largeDrink = option("large drink", 200, false, true);
  private final ModifierGroup drinkSize = group("drink size", 1, 1, smallDrink, largeDrink);
  private final ModifierOption cola = option("cola", 0, false, true, drinkSize);
  private final ModifierOption water = option("water", 0, false, true);
  private final ModifierGroup drink = group("drink", 1, 1, cola, water);
  private final ModifierOption alone = option("alone", 0, true, true);
  private final ModifierOption meal = option("meal", 900, false, true, drink);
  private final ModifierGroup combo = group("combo", 1, 1, alone, meal);
  private final ModifierOption spicy = option("spicy", 0, false, true);
  private final ModifierOption mild = option("mild", 0, false, false);
  private final ModifierGroup heat = group("heat", 1, 1, spicy, mild);
  private final MenuItem burger = item(combo, heat);

  @Test
  void whatAMealBringsAlongIsAskedBeforeWhatFollows() {
    assertThat(groupsAsked(meal.id())).containsExactly(combo, drink, heat);
    assertThat(groupsAsked(meal.id(), cola.id())).containsExactly(combo, drink, drinkSize, heat);
    assertThat(asked(meal.id())).isEqualTo(new LineQuestion.Missing(drink));
    assertThat(asked(meal.id(), cola.id())).isEqualTo(new LineQuestion.Missing(drinkSize));
    assertThat(asked(meal.id(), water.id())).isEqualTo(new LineQuestion.Missing(heat));
  }

  @Test
  void nothingIsAskedAboutAMealThatNobodyWants() {
    assertThat(groupsAsked()).containsExactly(combo, heat);
    assertThat(new Choices(burger, List.of(cola.id()), null).reaches(List.of(cola.id()))).isFalse();
  }

  @Test
  void whatIsGoneComesWithWhatIsLeft() {
    assertThat(asked(mild.id()))
        .isEqualTo(new LineQuestion.Unavailable(heat, mild, List.of(spicy)));
  }

  @Test
  void whoGoesBackToTheBurgerAloneLosesTheDrink() {
    Choices chosen =
        new Choices(burger, List.of(meal.id(), cola.id(), largeDrink.id(), spicy.id()), null);

    assertThat(chosen.kept()).containsExactly(meal.id(), cola.id(), largeDrink.id(), spicy.id());
    assertThat(chosen.changed(List.of(alone.id()), List.of()).kept()).containsExactly(spicy.id());
    assertThat(chosen.changed(List.of(water.id()), List.of()).kept())
        .containsExactly(meal.id(), water.id(), spicy.id());
  }

  @Test
  void takenTwiceIsTwoAndNotFour() {
    ModifierOption egg = option("egg", 250, false, true);
    MenuItem dish = item(many("extras", 0, 4, 0, 0, 3, egg));
    Choices two =
        new Choices(dish, List.of(), null).changed(List.of(egg.id(), egg.id()), List.of());

    assertThat(two.changed(List.of(egg.id(), egg.id()), List.of()).kept())
        .containsExactly(egg.id(), egg.id());
    assertThat(two.changed(List.of(), List.of(egg.id())).kept()).isEmpty();
  }

  /// The question about a group of three options against counting by hand, for every way to take
  /// each of them up to three times.
  @Property(tries = 400)
  void asksWhatACountingMachineWouldAsk(
      @ForAll @IntRange(max = 3) int min,
      @ForAll @IntRange(min = 1, max = 5) int max,
      @ForAll @IntRange(max = 3) int minDistinct,
      @ForAll @IntRange(max = 3) int maxDistinct,
      @ForAll @IntRange(max = 3) int perOption,
      @ForAll @IntRange(max = 3) int standard) {
    ModifierOption[] options = new ModifierOption[3];
    for (int index = 0; index < 3; index++) {
      options[index] = option("o" + index, 100, index == standard, index != 1);
    }
    MenuItem dish = item(many("group", min, max, minDistinct, maxDistinct, perOption, options));
    for (int first = 0; first <= 3; first++) {
      for (int second = 0; second <= 3; second++) {
        for (int third = 0; third <= 3; third++) {
          int[] counts = {first, second, third};
          assertThat(named(dish, options, counts))
              .isEqualTo(byHand(counts, min, max, minDistinct, maxDistinct, perOption, standard));
        }
      }
    }
  }

  private static String named(MenuItem dish, ModifierOption[] options, int[] counts) {
    List<UUID> chosen = new ArrayList<>();
    for (int index = 0; index < options.length; index++) {
      chosen.addAll(Collections.nCopies(counts[index], options[index].id()));
    }
    return new Choices(dish, chosen, null)
        .question()
        .map(question -> question.getClass().getSimpleName())
        .orElse("");
  }

  private static String byHand(
      int[] counts,
      int min,
      int max,
      int minDistinct,
      int maxDistinct,
      int perOption,
      int standard) {
    int sum = 0;
    int distinct = 0;
    int most = 0;
    for (int count : counts) {
      sum += count;
      distinct += count > 0 ? 1 : 0;
      most = Math.max(most, count);
    }
    if (sum > max
        || (maxDistinct > 0 && distinct > maxDistinct)
        || (perOption > 0 && most > perOption)) {
      return "TooMany";
    }
    boolean byDefault = sum == 0 && standard < 3;
    if (counts[1] > 0 || (byDefault && standard == 1)) {
      return "Unavailable";
    }
    int taken = byDefault ? 1 : sum;
    int different = byDefault ? 1 : distinct;
    return taken < min || different < minDistinct ? "Missing" : "";
  }

  private LineQuestion asked(UUID... chosen) {
    return new Choices(burger, List.of(chosen), null).question().orElseThrow();
  }

  private List<ModifierGroup> groupsAsked(UUID... chosen) {
    return new Choices(burger, List.of(chosen), null).asked();
  }

  private static MenuItem item(ModifierGroup... groups) {
    return new MenuItem(
        Noor.id("dish"), NAME, NAME, List.of(), new Money(2_000), true, List.of(groups));
  }

  private static ModifierGroup group(String key, int min, int max, ModifierOption... options) {
    return new ModifierGroup(
        Noor.id(key), ModifierGroup.Kind.CHOICE, NAME, min, max, List.of(options));
  }

  private static ModifierGroup many(
      String key,
      int min,
      int max,
      int minDistinct,
      int maxDistinct,
      int perOption,
      ModifierOption... options) {
    return new ModifierGroup(
        Noor.id(key),
        ModifierGroup.Kind.ADDON,
        NAME,
        min,
        max,
        List.of(options),
        new GroupRules(
            minDistinct,
            maxDistinct,
            perOption,
            0,
            FreePolicy.CHEAPEST,
            true,
            false,
            false,
            Display.QUANTITY,
            Set.of()));
  }

  private static ModifierOption option(
      String key, long price, boolean standard, boolean available, ModifierGroup... nested) {
    return new ModifierOption(
        Noor.id(key),
        NAME,
        List.of(),
        new Money(price),
        standard,
        available,
        List.of(nested),
        Prices.BASE,
        null,
        List.of(),
        null,
        List.of(),
        null);
  }
}
