package com.crmres.server.assistant.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.assistant.Past.PastOrder;
import com.crmres.server.assistant.embedded.TestMenu;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HabitTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant SINCE = NOW.minusSeconds(90 * 86_400);

  @Test
  void whatWasOrderedAlikeMostOftenAndAtLeastTwiceIsTheUsual() {
    assertThat(usual("hummus", "burger pepsi", "burger pepsi")).isEqualTo("burger pepsi");
    assertThat(usual("hummus", "hummus", "burger", "burger", "burger")).isEqualTo("burger");
    assertThat(usual("hummus", "burger", "burger", "hummus")).isEqualTo("hummus");
  }

  @Test
  void alikeMeansDishesOptionsAndNumbersInWhateverOrder() {
    assertThat(usual("tea", "pepsi burger", "burger pepsi")).isEqualTo("pepsi burger");
    assertThat(usual("burger burger", "burger")).isNull();
  }

  @Test
  void whoVariesHasTheDishHeComesForWithWhatHeMostlyHasBesideIt() {
    assertThat(usual("burger fries fries", "tea", "burger fries", "burger", "hummus"))
        .isEqualTo("burger fries fries");
    assertThat(usual("burger", "burger fries", "burger fries fries", "tea"))
        .isEqualTo("burger fries");
  }

  @Test
  void aDishInLessThanHalfOfTheNewestTenOrInTwoOnlyIsNoHabit() {
    assertThat(usual("burger", "burger fries", "tea")).isNull();
    assertThat(usual("burger a", "burger b", "burger c", "d", "e", "f", "g")).isNull();
    assertThat(
            usual(
                "a",
                "b",
                "c",
                "d",
                "e",
                "f",
                "burger g",
                "burger h",
                "burger i",
                "burger j",
                "burger k"))
        .isNull();
  }

  @Test
  void whatIsTooLongAgoDoesNotCount() {
    List<PastOrder> orders =
        List.of(order("burger", NOW.minusSeconds(60)), order("burger", SINCE.minusSeconds(1)));
    assertThat(Habit.of(orders, SINCE)).isEmpty();
    assertThat(Habit.of(List.of(), SINCE)).isEmpty();
  }

  private static @Nullable String usual(String... newestFirst) {
    List<PastOrder> orders = new ArrayList<>();
    for (String dishes : newestFirst) {
      orders.add(order(dishes, NOW.minusSeconds(60L * orders.size())));
    }
    return Habit.of(orders, SINCE).map(found -> newestFirst[orders.indexOf(found)]).orElse(null);
  }

  private static PastOrder order(String dishes, Instant at) {
    return new PastOrder(
        TestMenu.id(dishes + at),
        at,
        Stream.of(dishes.split(" ", -1))
            .map(dish -> new PastOrder.Line(TestMenu.id(dish), 1, List.of()))
            .toList());
  }
}
