package com.crmres.server.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.crmres.common.identity.Role;
import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.menu.MenuDifference;
import com.crmres.common.money.Money;
import com.crmres.common.pos.PosMapping;
import com.crmres.common.pos.PosMappingRequest;
import com.crmres.common.pos.PosThing;
import com.crmres.common.pos.TillDishesRequest;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.ErrorEnvelope;
import com.crmres.common.wire.Json;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.menu.edit.NewDishes;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.Noor;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the till has and we do not, and what lies deep in ours, over HTTP on a real database.
class TillDishesTest {

  private static final PosGroup RICE =
      new PosGroup("g-rice", new LocalizedText("الرز", "Rice"), 1, 1, List.of("r-1", "r-2"));

  /// Any number of two sauces, and one that the till sells no more.
  private static final PosGroup SAUCES =
      new PosGroup(
          "g-sauce", new LocalizedText("الصوص", "Sauce"), 0, 0, List.of("s-1", "s-2", "gone"));

  private final TillHouse house = new TillHouse();
  private final RunningServer server =
      new RunningServer(
          house.house.clock,
          _ -> false,
          routing ->
              routing.register(
                  "/v1",
                  house.first.routes(
                      house.menus,
                      new NewDishes(
                          house.menus, house.restaurants, new MediaFiles(house.house.clock)),
                      house.house.staff.access)));

  @BeforeEach
  void theTillSellsMore() throws Exception {
    house.house.staff.hire(Role.OWNER);
    house.till.menu =
        List.of(
            item("t-1", "مندي", "Mandi", "SKU-1", 3_500),
            item("t-2", "", "Kabsa", null, 3_000),
            item("t-3", "", "", null, 2_000),
            with(item("t-4", "زربيان", "Zurbian", null, 4_000), RICE, SAUCES),
            with(
                item("t-5", "مضغوط", "Madghout", null, 3_800),
                new PosGroup(
                    "g-sauce", new LocalizedText("الصوص", "Sauce"), 1, 1, List.of("s-1", "s-2"))),
            option("r-1", "بشاور", "Peshawar", 0),
            option("r-2", "برياني", "Biryani", 300),
            option("s-1", "دقوس", "Daqoos", 200),
            option("s-2", "سحاوق", "Sahawiq", 200),
            item("p-" + Noor.COLA.id(), "كولا", "Cola", null, 700));
    assertThat(send("POST", "/menu", null).status()).isEqualTo(200);
  }

  @AfterEach
  void close() {
    server.close();
    house.close();
  }

  @Test
  void whatOnlyTheTillHasIsSeenBeforeItIsTakenInAndHiddenAfter() throws Exception {
    MenuDifference seen = takeIn("?preview=true", "t-1", "t-2").as(MenuDifference.class);
    assertThat(seen.applied()).isFalse();
    assertThat(seen.added())
        .extracting(MenuDifference.Entry::name)
        .containsExactly(new LocalizedText("مندي", "Mandi"), new LocalizedText("Kabsa", "Kabsa"));
    assertThat(find("Mandi")).isEmpty();

    Answer done = takeIn("?base=" + seen.base(), "t-1", "t-2");

    assertThat(done.as(MenuDifference.class).applied()).isTrue();
    BookItem mandi = find("Mandi").orElseThrow();
    assertThat(mandi.hidden()).isTrue();
    assertThat(mandi.price()).isEqualTo(new Money(3_500));
    assertThat(mandi.sku()).isEqualTo("SKU-1");
    Menu sold = house.in(tx -> house.menus.of(tx, house.house.restaurantId, house.olaya));
    assertThat(sold.item(mandi.id())).isEmpty();
    assertThat(takeIn("?preview=true", "t-1").status()).isEqualTo(400);
  }

  @Test
  void aDishThatIsShownThenIsWhatItIsAtTheTill() throws Exception {
    MenuDifference seen = takeIn("?preview=true", "t-1").as(MenuDifference.class);
    takeIn("?base=" + seen.base(), "t-1");
    show("Mandi");

    house.placed(new CartCommand.Add(find("Mandi").orElseThrow().id(), 1, List.of()));
    house.settle();

    assertThat(house.till.pushed.getFirst().lines().getFirst().posId()).isEqualTo("t-1");
  }

  @Test
  void aDishComesInWithItsChoicesAndTheyAreMapped() throws Exception {
    MenuDifference seen = takeIn("?preview=true", "t-4", "t-5").as(MenuDifference.class);
    takeIn("?base=" + seen.base(), "t-4", "t-5");

    MenuBook book = house.in(tx -> house.menus.book(tx, house.house.restaurantId));
    BookItem zurbian = find("Zurbian").orElseThrow();
    BookItem madghout = find("Madghout").orElseThrow();
    BookGroup rice = group(book, zurbian.groups().getFirst());
    BookGroup sauce = group(book, zurbian.groups().getLast());
    assertThat(rice.kind()).isEqualTo(GroupKind.CHOICE);
    assertThat(List.of(rice.min(), rice.max())).containsExactly(1, 1);
    assertThat(rice.options())
        .extracting(option -> option.name().en(), BookGroup.Option::price)
        .containsExactly(tuple("Peshawar", Money.ZERO), tuple("Biryani", new Money(300)));
    assertThat(sauce.kind()).isEqualTo(GroupKind.ADDON);
    assertThat(List.of(sauce.min(), sauce.max())).containsExactly(0, 2);
    assertThat(sauce.options()).hasSize(2);
    assertThat(madghout.groups())
        .as("the same group of the same till, within the bounds of this dish")
        .containsExactly(new BookItem.Link(sauce.id(), 1, 1, null, Map.of()));
    assertThat(mapping())
        .as("hidden dishes are no menu yet")
        .extracting(PosMapping::ourId)
        .doesNotContain(rice.options().getFirst().id());
  }

  @Test
  void whatIsChosenOfADishThatCameInIsWhatItIsAtTheTill() throws Exception {
    MenuDifference seen = takeIn("?preview=true", "t-4").as(MenuDifference.class);
    takeIn("?base=" + seen.base(), "t-4");
    show("Zurbian");
    MenuBook book = house.in(tx -> house.menus.book(tx, house.house.restaurantId));
    BookItem zurbian = find("Zurbian").orElseThrow();
    UUID biryani = group(book, zurbian.groups().getFirst()).options().getLast().id();
    UUID daqoos = group(book, zurbian.groups().getLast()).options().getFirst().id();

    house.placed(new CartCommand.Add(zurbian.id(), 1, List.of(biryani, daqoos)));
    house.settle();

    assertThat(house.till.pushed.getFirst().lines().getFirst().options())
        .extracting(PosOrder.Option::posId)
        .containsExactly("r-2", "s-1");
    assertThat(house.till.pushed.getFirst().total()).isEqualTo(new Money(4_500));
  }

  @Test
  void aFaultOfAChoiceIsOneOfTheDishThatBringsIt() throws Exception {
    house.till.menu =
        List.of(
            item("t-1", "مندي", "Mandi", null, 3_500),
            with(
                item("t-6", "حنيذ", "Haneeth", null, 4_000),
                new PosGroup("g-x", new LocalizedText("", ""), 0, 1, List.of("r-1"))),
            option("r-1", "بشاور", "Peshawar", 0));
    send("POST", "/menu", null);

    assertThat(takeIn("?preview=true", "t-1", "t-6").error().details())
        .extracting(ErrorEnvelope.Fault::field)
        .containsExactly("posIds[1].groups.name.ar", "posIds[1].groups.name.en");
  }

  @Test
  void everyFaultIsNamed() throws Exception {
    Answer answer = takeIn("?preview=true", "nowhere", "p-" + Noor.COLA.id(), "t-1", "t-1");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().details())
        .extracting(ErrorEnvelope.Fault::field)
        .containsExactly("posIds[0]", "posIds[1]", "posIds[3]");

    assertThat(takeIn("?preview=true", "t-3").error().details())
        .extracting(ErrorEnvelope.Fault::field)
        .contains("posIds[0].name.ar");
    assertThat(takeIn("", "t-1").error().details())
        .extracting(ErrorEnvelope.Fault::field)
        .containsExactly("base");
  }

  @Test
  void aMenuThatWasEditedSinceIsNotWrittenOver() throws Exception {
    MenuDifference seen = takeIn("?preview=true", "t-1").as(MenuDifference.class);
    takeIn("?base=" + seen.base(), "t-1");

    assertThat(takeIn("?base=" + seen.base(), "t-2").error().code()).isEqualTo("CHANGED_MEANWHILE");
  }

  @Test
  void aChoiceThatAnotherOneBringsAlongIsMappedToo() throws Exception {
    ModifierOption small = option("small fries", 0);
    ModifierOption meal =
        nesting(
            "meal", 900, group("meal fries", nesting("with fries", 0, group("fries size", small))));
    house.house.database.changeRestaurant(
        house.house.restaurantId,
        transaction ->
            house.menus.add(
                transaction,
                house.house.restaurantId,
                new Menu.Category(
                    UUID.randomUUID(), new LocalizedText("وجبات", "Meals"), List.of(dish(meal)))));

    List<PosMapping> lines = mapping();
    assertThat(lines).extracting(PosMapping::ourId).contains(small.id());
    Answer mapped =
        send(
            "PUT",
            "/mapping",
            Json.write(
                new PosMappingRequest(
                    List.of(
                        new PosMappingRequest.Entry(PosThing.ITEM, Noor.id("meal dish"), "d-1"),
                        new PosMappingRequest.Entry(PosThing.OPTION, meal.id(), "o-1"),
                        new PosMappingRequest.Entry(
                            PosThing.OPTION,
                            meal.nested().getFirst().options().getFirst().id(),
                            "o-2"),
                        new PosMappingRequest.Entry(PosThing.OPTION, small.id(), "o-3")))));
    assertThat(mapped.status()).isEqualTo(200);

    house.placed(
        new CartCommand.Add(
            Noor.id("meal dish"),
            1,
            List.of(meal.id(), meal.nested().getFirst().options().getFirst().id(), small.id())));
    house.settle();
    assertThat(house.till.pushed.getFirst().lines().getFirst().options())
        .extracting(PosOrder.Option::posId)
        .containsExactly("o-1", "o-2", "o-3");
  }

  private static MenuItem dish(ModifierOption option) {
    return new MenuItem(
        Noor.id("meal dish"),
        new LocalizedText("وجبة", "Meal"),
        new LocalizedText("", ""),
        List.of(),
        new Money(2_000),
        true,
        List.of(group("kind", option)));
  }

  private static ModifierGroup group(String name, ModifierOption option) {
    return new ModifierGroup(
        Noor.id("group " + name),
        ModifierGroup.Kind.ADDON,
        new LocalizedText(name, name),
        0,
        1,
        List.of(option));
  }

  private static ModifierOption option(String name, long price) {
    return new ModifierOption(
        Noor.id("option " + name),
        new LocalizedText(name, name),
        List.of(),
        new Money(price),
        false,
        true);
  }

  private static ModifierOption nesting(String name, long price, ModifierGroup nested) {
    ModifierOption plain = option(name, price);
    return new ModifierOption(
        plain.id(),
        plain.name(),
        plain.aliases(),
        plain.price(),
        false,
        true,
        List.of(nested),
        plain.prices(),
        null,
        List.of(),
        null,
        List.of(),
        null);
  }

  private Answer takeIn(String query, String... posIds) throws Exception {
    return send(
        "POST",
        "/menu/import" + query,
        Json.write(new TillDishesRequest(Noor.EVERYTHING.id(), List.of(posIds))));
  }

  private List<PosMapping> mapping() throws Exception {
    List<PosMapping> lines = new ArrayList<>();
    for (JsonNode line : send("GET", "/mapping", null).as(JsonNode.class).path("items")) {
      lines.add(Json.read(line.toString(), PosMapping.class));
    }
    return lines;
  }

  private Optional<BookItem> find(String name) {
    return house.in(tx -> house.menus.book(tx, house.house.restaurantId)).items().stream()
        .filter(item -> item.name().en().equals(name))
        .findFirst();
  }

  private void show(String name) {
    house.house.database.changeRestaurant(
        house.house.restaurantId,
        transaction ->
            house.menus.edit(
                transaction,
                house.house.restaurantId,
                book ->
                    book.withItems(
                        book.items().stream()
                            .map(item -> item.name().en().equals(name) ? shown(item) : item)
                            .toList())));
  }

  private static BookItem shown(BookItem item) {
    return new BookItem(
        item.id(),
        item.categoryId(),
        item.name(),
        item.description(),
        item.aliases(),
        item.price(),
        item.sku(),
        null,
        null,
        List.of(),
        List.of(),
        null,
        false,
        item.groups(),
        List.of());
  }

  private Answer send(String method, String path, @Nullable String body) throws Exception {
    return server.send(
        method,
        "/v1/pos/" + house.olaya + path,
        body,
        request -> request.header("Authorization", house.house.staff.authorization(Role.OWNER)));
  }

  private static BookGroup group(MenuBook book, BookItem.Link link) {
    return book.groups().stream()
        .filter(group -> group.id().equals(link.groupId()))
        .findFirst()
        .orElseThrow();
  }

  private static PosMenuItem with(PosMenuItem item, PosGroup... groups) {
    return new PosMenuItem(
        item.thing(),
        item.id(),
        item.sku(),
        item.name(),
        item.price(),
        item.active(),
        List.of(groups));
  }

  private static PosMenuItem option(String id, String ar, String en, long price) {
    return new PosMenuItem(
        PosThing.OPTION, id, null, new LocalizedText(ar, en), new Money(price), true);
  }

  private static PosMenuItem item(
      String id, String ar, String en, @Nullable String sku, long price) {
    return new PosMenuItem(
        PosThing.ITEM, id, sku, new LocalizedText(ar, en), new Money(price), true);
  }
}
