package com.crmres.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.event.EventLog;
import com.crmres.server.identity.Passwords;
import com.crmres.server.identity.Secrets;
import com.crmres.server.identity.Staffs;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.Menus;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurants;
import com.crmres.server.restaurant.place.Zones;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoRestaurantTest {

  private static final Database DATABASE = TestDatabase.fresh().database();
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Restaurants RESTAURANTS = new Restaurants(CLOCK);
  private static final Menus MENUS = new Menus(new EventLog(CLOCK, () -> {}));

  private static DemoRestaurant.Opened first;
  private static DemoRestaurant.Opened second;

  @BeforeAll
  static void openTwice() {
    Secrets secrets = new Secrets(new SecureRandom());
    Staffs staffs =
        new Staffs(
            DATABASE,
            Ids.timeOrdered(),
            CLOCK,
            new Passwords(secrets),
            secrets,
            (tx, id) ->
                RESTAURANTS.branches(tx, id).stream().map(Branch::id).collect(Collectors.toSet()));
    DemoRestaurant demo =
        new DemoRestaurant(DATABASE, RESTAURANTS, MENUS, new Zones(Ids.timeOrdered()), staffs);
    first = demo.open("a good password");
    second = demo.open("another password");
  }

  @Test
  void thereIsSomebodyForEveryRole() {
    assertThat(first.hired()).extracting(StaffMember::role).contains(Role.values());
    assertThat(first.restaurantId()).isEqualTo(DemoRestaurant.ID);
  }

  @Test
  void theSecondStartFindsEverythingThere() {
    assertThat(second.restaurantId()).isEqualTo(DemoRestaurant.ID);
    assertThat(second.hired()).isEmpty();
    assertThat(branches()).hasSize(2);
  }

  @Test
  void oneBranchIsOpenAtAnyHourAndBothArePastMidnight() {
    Instant monday = Instant.parse("2026-11-23T00:00:00Z");
    List<Branch> branches = branches();

    assertThat(
            IntStream.range(0, 7 * 24)
                .mapToObj(hour -> monday.plus(Duration.ofHours(hour)))
                .allMatch(branches.getFirst()::isOpen))
        .isTrue();
    // Half past one at night in Riyadh.
    Instant night = Instant.parse("2026-11-23T22:30:00Z");
    assertThat(branches).allMatch(branch -> branch.isOpen(night));
  }

  @Test
  void theMenuIsFullAndInBothLanguages() {
    Menu menu = menu(branches().getFirst());

    assertThat(menu.items()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(menu.items())
        .allSatisfy(item -> {
          assertThat(item.name().ar()).matches(".*\\p{IsArabic}.*");
          assertThat(item.name().en()).doesNotMatch(".*\\p{IsArabic}.*");
          assertThat(item.description().ar()).isNotBlank();
          assertThat(item.description().en()).isNotBlank();
          assertThat(item.price().halalas()).isPositive();
        });
    assertThat(menu.items().map(item -> item.name().ar()).distinct())
        .hasSize((int) menu.items().count());
  }

  @Test
  void noTwoDishesAnswerToTheSameName() {
    List<String> names =
        menu(branches().getFirst())
            .items()
            .flatMap(DemoRestaurantTest::names)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();

    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void everyChoiceCanBeMade() {
    assertThat(menu(branches().getFirst()).items().flatMap(item -> item.groups().stream()))
        .allSatisfy(group -> {
          assertThat(group.options()).hasSizeGreaterThanOrEqualTo(Math.max(group.min(), 1));
          assertThat(group.options().stream().filter(ModifierOption::standard).count())
              .isLessThanOrEqualTo(group.max());
          assertThat(group.kind() == ModifierGroup.Kind.REMOVE && group.min() > 0).isFalse();
        });
  }

  @Test
  void theBranchesDifferALittle() {
    List<MenuItem> olaya = menu(branches().getFirst()).items().toList();
    List<MenuItem> malaz = menu(branches().getLast()).items().toList();

    long different =
        IntStream.range(0, olaya.size())
            .filter(index -> !olaya.get(index).equals(malaz.get(index)))
            .count();
    assertThat(different).isBetween(2L, 10L);
  }

  private static Stream<String> names(MenuItem item) {
    Stream<String> own = Stream.of(item.name().ar(), item.name().en());
    return Stream.concat(own, item.aliases().stream())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .distinct();
  }

  private static List<Branch> branches() {
    return DATABASE.inRestaurant(
        DemoRestaurant.ID, tx -> RESTAURANTS.branches(tx, DemoRestaurant.ID));
  }

  private static Menu menu(Branch branch) {
    return DATABASE.inRestaurant(
        DemoRestaurant.ID, tx -> MENUS.of(tx, DemoRestaurant.ID, branch.id()));
  }
}
