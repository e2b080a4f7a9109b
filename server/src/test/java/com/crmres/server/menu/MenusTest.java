package com.crmres.server.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crmres.common.live.LiveEvent;
import com.crmres.common.menu.AbsenceReason;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Personality;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Database;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.event.EventLog;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.OpeningHours;
import com.crmres.server.restaurant.Restaurant;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MenusTest {

  private static final Database DATABASE = TestDatabase.fresh().database();

  private final UUID restaurant = UUID.randomUUID();
  private final UUID olaya = UUID.randomUUID();
  private final UUID malaz = UUID.randomUUID();
  private final UUID fries = UUID.randomUUID();
  private final ModifierOption small =
      new ModifierOption(UUID.randomUUID(), text("صغير"), List.of("ص"), Money.ZERO, true, true);
  private final ModifierOption large =
      new ModifierOption(UUID.randomUUID(), text("كبير"), List.of(), new Money(300), false, true);
  private final ModifierGroup size =
      new ModifierGroup(
          UUID.randomUUID(), ModifierGroup.Kind.SIZE, text("الحجم"), 1, 1, List.of(small, large));
  private final Menu.Category sides =
      new Menu.Category(UUID.randomUUID(), text("جانبي"), List.of(fries(true, 900)));

  private final EventLog events = new EventLog(Clock.systemUTC(), () -> {});
  private final Menus oneNode = new Menus(events);
  private final Menus otherNode = new Menus(events);

  @BeforeEach
  void addRestaurant() {
    Restaurants restaurants = new Restaurants(Clock.systemUTC());
    DATABASE.changeRestaurant(
        restaurant,
        tx -> {
          restaurants.add(tx, new Restaurant(restaurant, text("نور"), Personality.CASUAL, null));
          restaurants.addBranch(tx, restaurant, branch(olaya, "A"));
          restaurants.addBranch(tx, restaurant, branch(malaz, "B"));
          oneNode.add(tx, restaurant, sides);
        });
  }

  @Test
  void readsWhatWasWritten() {
    assertThat(menu(oneNode, olaya)).isEqualTo(new Menu(restaurant, olaya, List.of(sides)));
  }

  @Test
  void everyNodeSeesAtOnceWhatSoldOut() {
    assertThat(menu(otherNode, olaya).item(fries)).map(MenuItem::available).contains(true);

    setAvailability(oneNode, olaya, false);

    assertThat(menu(otherNode, olaya).item(fries)).map(MenuItem::available).contains(false);
    assertThat(menu(otherNode, malaz).item(fries)).map(MenuItem::available).contains(true);
  }

  @Test
  void aMenuThatDidNotChangeIsNotReadAgain() {
    assertThat(menu(oneNode, olaya)).isSameAs(menu(oneNode, olaya));
  }

  @Test
  void aChangeThatWasRolledBackIsForgotten() {
    assertThatThrownBy(() ->
            DATABASE.changeRestaurant(
                restaurant,
                tx -> {
                  oneNode.setAvailability(tx, restaurant, olaya, fries, false);
                  assertThat(oneNode.of(tx, restaurant, olaya).item(fries))
                      .map(MenuItem::available)
                      .contains(false);
                  throw new IllegalStateException("the power fails");
                }))
        .hasMessage("the power fails");

    setAvailability(otherNode, olaya, true);

    assertThat(menu(oneNode, olaya).item(fries)).map(MenuItem::available).contains(true);
  }

  @Test
  void aBranchMayHaveItsOwnPrice() {
    DATABASE.changeRestaurant(
        restaurant, tx -> oneNode.setPrice(tx, restaurant, malaz, fries, new Money(0)));

    assertThat(menu(otherNode, malaz).item(fries)).map(MenuItem::price).contains(Money.ZERO);
    assertThat(menu(otherNode, olaya).item(fries)).map(MenuItem::price).contains(new Money(900));
  }

  @Test
  void screensHearOfEachChangeOnce() {
    setAvailability(oneNode, olaya, true);
    setAvailability(oneNode, olaya, false);
    setAvailability(oneNode, olaya, false);
    setAvailability(oneNode, olaya, true);

    assertThat(told())
        .containsExactly(
            new LiveEvent.AvailabilityChanged(olaya, fries, false),
            new LiveEvent.AvailabilityChanged(olaya, fries, true));
  }

  @Test
  void whoMustKnowHearsWhichItemsChangedAndWhere() {
    List<String> heard = new ArrayList<>();
    oneNode.tell((_, _, branch, items) ->
        heard.add((olaya.equals(branch) ? "olaya" : branch) + " " + items.equals(Set.of(fries))));

    setAvailability(oneNode, olaya, true);
    setAvailability(oneNode, olaya, false);
    DATABASE.changeRestaurant(
        restaurant, tx -> oneNode.setPrice(tx, restaurant, malaz, fries, new Money(950)));

    assertThat(heard).containsExactly("olaya true", "null true");
  }

  @Test
  void whatIsBackAtAMomentIsWorkedOutWithoutTheTables() {
    Instant soon = Instant.parse("2100-01-01T00:00:00Z");
    DATABASE.changeRestaurant(
        restaurant, tx -> oneNode.set(tx, restaurant, olaya, fries, new Menus.Pause(false, soon)));

    DATABASE.changeRestaurant(
        restaurant,
        tx -> {
          assertThat(oneNode.of(tx, restaurant, olaya, soon.minusSeconds(1)).item(fries))
              .map(MenuItem::absence)
              .contains(new Absence(AbsenceReason.ITEM, soon));
          assertThat(oneNode.of(tx, restaurant, olaya, soon).item(fries))
              .map(MenuItem::available)
              .contains(true);
        });
  }

  @Test
  void anItemOfNobodyIsNotFound() {
    boolean found =
        DATABASE.inRestaurant(
            restaurant,
            tx -> oneNode.setAvailability(tx, restaurant, olaya, UUID.randomUUID(), false));

    assertThat(found).isFalse();
    assertThat(told()).isEmpty();
  }

  private Menu menu(Menus node, UUID branch) {
    return DATABASE.inRestaurant(restaurant, tx -> node.of(tx, restaurant, branch));
  }

  private void setAvailability(Menus node, UUID branch, boolean available) {
    DATABASE.changeRestaurant(
        restaurant, tx -> node.setAvailability(tx, restaurant, branch, fries, available));
  }

  private List<LiveEvent> told() {
    return DATABASE.inRestaurant(
        restaurant,
        tx ->
            tx.sql("select event from live_event order by id")
                .list(row -> Json.read(row.text("event"), LiveEvent.class)));
  }

  private MenuItem fries(boolean available, long price) {
    return new MenuItem(
        fries,
        text("بطاطس"),
        new LocalizedText("مقرمشة", "Crisp"),
        List.of("بطاط", "fries"),
        new Money(price),
        available,
        List.of(size));
  }

  private static Branch branch(UUID id, String code) {
    return new Branch(
        id,
        code,
        text(code),
        text("الرياض"),
        ZoneId.of("Asia/Riyadh"),
        24.7,
        46.7,
        new OpeningHours(Map.of()),
        true,
        20);
  }

  private static LocalizedText text(String text) {
    return new LocalizedText(text, text);
  }
}
