package com.crmres.server.menu.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.menu.AbsenceReason;
import com.crmres.common.menu.AvailabilityPreset;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.DayPart;
import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.menu.MenuDifference;
import com.crmres.common.menu.MenuVersion;
import com.crmres.common.menu.PriceRule;
import com.crmres.common.menu.PriceTag;
import com.crmres.common.menu.StockRequest;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.ErrorEnvelope;
import com.crmres.common.wire.Json;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.event.EventLog;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.NoorStaff;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.menu.MenuRoutes;
import com.crmres.server.menu.Menus;
import com.crmres.server.restaurant.Restaurants;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MenuEditTest {

  private static final String TABLE =
      """
      type,id,parent,name_ar,name_en,price,groups,kind,min,max,standard
      category,grill,,مشويات,Grill,,,,,,
      item,kebab,grill,كباب,Kebab,٢٣٫٥٠,bread,,,,
      item,tikka,grill,تكة,,18,bread,,,,
      group,bread,,الخبز,Bread,,,choice,1,1,
      option,white,bread,أبيض,White,0,,,,,yes
      option,brown,bread,أسمر,Brown,1.00,,,,,
      """;

  private final TestDatabase world = TestDatabase.fresh();
  private final Instant noon = Instant.parse("2026-11-24T09:00:00Z");
  private final Clock clock = Clock.fixed(noon, ZoneOffset.UTC);
  private final NoorStaff noor = new NoorStaff(world.database(), clock);
  private final Menus menus = new Menus(new EventLog(clock, () -> {}));
  private final Restaurants restaurants = new Restaurants(clock);
  private final MediaFiles media = new MediaFiles(clock);
  private final RunningServer server =
      new RunningServer(
          clock,
          _ -> false,
          routing ->
              routing.register(
                  "/v1",
                  new MenuRoutes(world.database(), menus, restaurants, noor.access),
                  new MenuEditRoutes(world.database(), menus, restaurants, media, noor.access),
                  new MenuFileRoutes(world.database(), menus, restaurants, media, noor.access)));

  private boolean hired;
  private final UUID sides = UUID.randomUUID();
  private final UUID fries = UUID.randomUUID();
  private final UUID sauces = UUID.randomUUID();
  private final UUID garlic = UUID.randomUUID();

  @AfterEach
  void stop() {
    server.close();
    world.close();
  }

  @Test
  void aRestaurantWithoutAMenuGetsItsFirstOneFromATable() throws Exception {
    MenuDifference preview = send(200, "POST", "/import?format=csv&preview=true", TABLE).as();

    assertThat(preview.applied()).isFalse();
    assertThat(preview.added()).hasSize(6);
    assertThat(menu().categories()).isEmpty();

    String apply = "/import?format=csv&base=" + preview.base();
    assertThat(send(200, "POST", apply, TABLE).as().applied()).isTrue();

    MenuDetails.Item kebab = menu().categories().getFirst().items().getFirst();
    assertThat(kebab.name()).isEqualTo(new LocalizedText("كباب", "Kebab"));
    assertThat(kebab.price()).isEqualTo(new Money(2_350));
    assertThat(kebab.groups().getFirst().options()).hasSize(2);
    assertThat(send(409, "POST", apply, TABLE).code()).isEqualTo("CHANGED_MEANWHILE");
  }

  @Test
  void theSameTableAgainChangesNothing() throws Exception {
    importTable(TABLE);

    MenuDifference again = send(200, "POST", "/import?format=csv&preview=true", TABLE).as();

    assertThat(again.added()).isEmpty();
    assertThat(again.changed()).isEmpty();
    assertThat(again.removed()).isEmpty();
    assertThat(again.unchanged()).isEqualTo(6);
  }

  @Test
  void thePreviewTellsOldAndNewPricesAndWhatGoes() throws Exception {
    importTable(TABLE);
    String cheaper =
        TABLE.replace("٢٣٫٥٠", "21").replace("item,tikka,grill,تكة,,18,bread,,,,\n", "");

    MenuDifference preview = send(200, "POST", "/import?format=csv&preview=true", cheaper).as();

    assertThat(preview.changed())
        .singleElement()
        .satisfies(change ->
            assertThat(change.fields())
                .containsExactly(new MenuDifference.Field("price", "23.50", "21.00")));
    assertThat(preview.removed()).extracting(entry -> entry.name().ar()).containsExactly("تكة");

    assertThat(
            send(200, "POST", "/import?format=csv&preview=true&keep=true", cheaper).as().removed())
        .isEmpty();
  }

  @Test
  void eachFaultOfATableIsNamedByItsLineAndNothingIsTaken() throws Exception {
    String faulty =
        TABLE
                .replace("٢٣٫٥٠", "cheap")
                .replace("item,tikka,grill", "item,tikka,nowhere")
                .replace("choice,1,1", "choice,3,1")
            + "soup,x,,شوربة,Soup,,,,,,\n";

    List<ErrorEnvelope.Fault> faults =
        send(400, "POST", "/import?format=csv&preview=true", faulty).faults();

    assertThat(faults)
        .extracting(ErrorEnvelope.Fault::field)
        .contains("lines[3].price", "lines[4].categoryId", "lines[5].max", "lines[8].type");
    assertThat(book().items()).isEmpty();
  }

  @Test
  void whatExcelWroteInArabicIsRead() throws Exception {
    String semicolons = TABLE.replace(',', ';');
    for (byte[] bytes :
        List.of(
            semicolons.replace("٢٣٫٥٠", "23,50").getBytes(Charset.forName("windows-1256")),
            ("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + TABLE.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE))) {
      CsvReading.Read read = CsvReading.of(bytes, MenuBook.EMPTY);

      assertThat(read.faults()).isEmpty();
      assertThat(read.book().items().getFirst().name().ar()).isEqualTo("كباب");
      assertThat(read.book().items().getFirst().price()).isEqualTo(new Money(2_350));
    }
  }

  @Test
  void whatGoesOutComesInAgainUnchanged() throws Exception {
    importTable(TABLE);
    save("day-parts", breakfast().id(), breakfast());
    BookItem kebab = book().items().getFirst();
    save(
        "items",
        kebab.id(),
        kebab.withPrices(
            List.of(
                new PriceRule(noor.olaya, null, null, new Money(0)),
                new PriceRule(null, PriceTag.DELIVERY, breakfast().id(), new Money(2_500)))));

    for (String format : List.of("csv", "json")) {
      String file = get("/v1/menu/export?format=" + format).response().body();
      MenuDifference again = send(200, "POST", "/import?preview=true&format=" + format, file).as();

      assertThat(again.added()).isEmpty();
      assertThat(again.changed()).isEmpty();
      assertThat(again.removed()).isEmpty();
    }
    assertThat(get("/v1/menu/export?format=csv").response().body()).startsWith("\uFEFFtype,id");
  }

  @Test
  void aTableBringsThePricesOfBranchesWaysAndDayParts() throws Exception {
    importTable(TABLE);
    save("day-parts", breakfast().id(), breakfast());
    BookItem kebab = book().items().getFirst();
    List<PriceRule> prices =
        List.of(
            new PriceRule(noor.olaya, null, null, new Money(0)),
            new PriceRule(null, PriceTag.DELIVERY, breakfast().id(), new Money(2_550)));
    save("items", kebab.id(), kebab.withPrices(prices));
    String file = get("/v1/menu/export?format=csv").response().body();
    save("items", kebab.id(), book().items().getFirst().withPrices(List.of()));

    importTable(file);

    assertThat(book().items().getFirst().prices()).isEqualTo(prices);
  }

  @Test
  void aTablesOwnWordsForPricesAndDayPartsAreReadAndNonsenseIsNamed() throws Exception {
    importTable(TABLE);
    save("day-parts", breakfast().id(), breakfast());
    String head = "type,id,parent,name_ar,price,day_part,prices\ncategory,grill,,مشويات,,,\n";
    String name = breakfast().name().en();

    importTable(
        head
            + "item,soup,grill,شوربة,20,%s,*/delivery/%s=٢٢٫٥|%s/*/*=19\n"
                .formatted(name, name, noor.olaya));

    BookItem kebab = book().items().getFirst();
    assertThat(kebab.dayPartId()).isEqualTo(breakfast().id());
    assertThat(kebab.prices())
        .containsExactly(
            new PriceRule(null, PriceTag.DELIVERY, breakfast().id(), new Money(2_250)),
            new PriceRule(noor.olaya, null, null, new Money(1_900)));
    List<ErrorEnvelope.Fault> faults =
        send(
                400,
                "POST",
                "/import?format=csv&preview=true",
                head + "item,soup,grill,شوربة,20,teatime,here/*/*=1|*/drone/*=1|12\n")
            .faults();
    assertThat(faults)
        .extracting(ErrorEnvelope.Fault::field)
        .contains("lines[3].day_part", "lines[3].prices");
  }

  @Test
  void anItemIsSavedWithItsGroupsAndEveryFaultIsNamedAtOnce() throws Exception {
    saveSides();
    BookItem wrong =
        new BookItem(
            fries,
            UUID.randomUUID(),
            new LocalizedText("", "Fries"),
            new LocalizedText("", ""),
            List.of(),
            new Money(-1),
            null,
            UUID.randomUUID(),
            null,
            List.of(),
            List.of(),
            null,
            false,
            List.of(new BookItem.Link(UUID.randomUUID())),
            List.of());

    List<ErrorEnvelope.Fault> faults =
        put("/v1/menu/items/" + fries, Json.write(wrong)).error().details();

    assertThat(faults)
        .extracting(ErrorEnvelope.Fault::field)
        .containsExactlyInAnyOrder("name.ar", "categoryId", "price", "groups[0].groupId", "photo");
    assertThat(book().items().getFirst().price()).isEqualTo(new Money(900));
  }

  @Test
  void choicesThatLeadBackToThemselvesAreRefusedWithTheirWay() throws Exception {
    UUID dips = UUID.randomUUID();
    saveSides();
    save("groups", dips, group(dips, "غموس", option(UUID.randomUUID(), "طحينة", sauces)));

    Answer answer =
        put(
            "/v1/menu/groups/" + sauces,
            Json.write(group(sauces, "صوصات", option(garlic, "ثوم", dips))));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().details())
        .anySatisfy(fault -> assertThat(fault.message()).contains("صوصات ← غموس ← صوصات"));
  }

  @Test
  void choicesLieAtMostThreeDeep() throws Exception {
    saveSides();
    UUID inner = sauces;
    for (int depth = 2; depth <= 3; depth++) {
      UUID outer = UUID.randomUUID();
      save("groups", outer, group(outer, "عمق " + depth, option(UUID.randomUUID(), "نعم", inner)));
      inner = outer;
    }
    save("items", fries, fries(inner));
    UUID fourth = UUID.randomUUID();
    save("groups", fourth, group(fourth, "عمق 4", option(UUID.randomUUID(), "نعم", inner)));

    assertThat(put("/v1/menu/items/" + fries, Json.write(fries(fourth))).status()).isEqualTo(400);
  }

  @Test
  void whoeverSawAnOlderMenuOverwritesNothing() throws Exception {
    saveSides();
    long seen = book().version();
    save("groups", sauces, group(sauces, "صوص", option(garlic, "ثوم")));

    assertThat(put("/v1/menu/items/" + fries + "?base=" + seen, Json.write(fries(sauces))).status())
        .isEqualTo(409);
  }

  @Test
  void whatIsStillUsedStaysAndAGroupGoesWithItsQuestions() throws Exception {
    saveSides();

    assertThat(delete("/v1/menu/categories/" + sides).status()).isEqualTo(400);
    assertThat(delete("/v1/menu/groups/" + sauces).status()).isEqualTo(200);
    assertThat(book().items().getFirst().groups()).isEmpty();
    assertThat(delete("/v1/menu/items/" + fries).status()).isEqualTo(200);
    assertThat(delete("/v1/menu/items/" + fries).status()).isEqualTo(404);
    assertThat(delete("/v1/menu/categories/" + sides).status()).isEqualTo(200);
  }

  @Test
  void soldOutForAnHourComesBackByItself() throws Exception {
    saveSides();
    put(
        "/v1/menu/items/" + fries + "/availability",
        Json.write(
            new AvailabilityRequest(noor.olaya, false, null, AvailabilityPreset.HOUR, null)));

    assertThat(shown().available()).isFalse();
    assertThat(shown().why()).isEqualTo(AbsenceReason.ITEM);
    assertThat(shown().until()).isEqualTo(noon.plus(Duration.ofHours(1)));
    assertThat(shownAt(noon.plus(Duration.ofMinutes(59))).available()).isFalse();
    assertThat(shownAt(noon.plus(Duration.ofHours(1))).available()).isTrue();
  }

  @Test
  void whoSaysInTwoWaysUntilWhenIsAskedWhich() throws Exception {
    saveSides();

    Answer answer =
        put(
            "/v1/menu/items/" + fries + "/availability",
            Json.write(
                new AvailabilityRequest(
                    noor.olaya,
                    false,
                    noon.plus(Duration.ofHours(3)),
                    AvailabilityPreset.HOUR,
                    null)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().details())
        .extracting(ErrorEnvelope.Fault::field)
        .containsExactly("preset");
  }

  @Test
  void withoutAnIngredientWhatIsMadeOfItIsGone() throws Exception {
    MenuBook.Ingredient potato =
        new MenuBook.Ingredient(UUID.randomUUID(), new LocalizedText("بطاطس", "Potato"));
    saveSides();
    save("ingredients", potato.id(), potato);
    save("items", fries, fries(sauces).withIngredients(List.of(potato.id())));

    put("/v1/menu/ingredients/" + potato.id() + "/availability", soldOut());

    assertThat(shown().why()).isEqualTo(AbsenceReason.INGREDIENT);
  }

  @Test
  void aHiddenItemIsNotOnTheMenuAtAll() throws Exception {
    saveSides();
    put(
        "/v1/menu/items/" + fries + "/availability",
        Json.write(new AvailabilityRequest(noor.olaya, false, null, null, true)));

    assertThat(menu().categories().getFirst().items()).isEmpty();
  }

  @Test
  void aDishThatNeedsAChoiceIsGoneWithTheLastOption() throws Exception {
    saveSides();
    put("/v1/menu/options/" + garlic + "/availability", soldOut());

    assertThat(shown().why()).isEqualTo(AbsenceReason.OPTION);
    assertThat(shown().groups().getFirst().options().getFirst().available()).isFalse();
  }

  @Test
  void breakfastIsSoldInTheMorningOnly() throws Exception {
    saveSides();
    DayPart breakfast = breakfast();
    save("day-parts", breakfast.id(), breakfast);
    save(
        "categories",
        sides,
        new MenuBook.Category(
            sides, new LocalizedText("فطور", "Breakfast"), breakfast.id(), false));

    assertThat(shown().why()).isEqualTo(AbsenceReason.DAY_PART);
    Instant tomorrowAtSix = Instant.parse("2026-11-25T03:00:00Z");
    assertThat(shown().until()).isEqualTo(tomorrowAtSix);
    assertThat(shownAt(tomorrowAtSix).available()).isTrue();
    assertThat(delete("/v1/menu/day-parts/" + breakfast.id()).status()).isEqualTo(400);
  }

  @Test
  void theLastOneThatIsCountedIsTheLastOneSold() throws Exception {
    saveSides();
    put("/v1/menu/stock/" + fries, Json.write(new StockRequest(noor.olaya, 0)));

    assertThat(shown().why()).isEqualTo(AbsenceReason.STOCK);

    put("/v1/menu/stock/" + fries, Json.write(new StockRequest(noor.olaya, null)));

    assertThat(shown().available()).isTrue();
  }

  @Test
  void onlyOwnersAndManagersEditTheMenu() throws Exception {
    Set<Role> editors = EnumSet.of(Role.OWNER, Role.MANAGER);
    Set<Role> readers = EnumSet.of(Role.OWNER, Role.MANAGER, Role.AUDITOR);
    String item = "/v1/menu/items/" + fries;
    String option = "/v1/menu/options/" + garlic + "/availability";

    new RouteRights(server, noor)
        .hold(
            List.of(
                new RouteRights.Route("GET", "/v1/menu/book", null, readers),
                new RouteRights.Route("GET", "/v1/menu/export?format=csv", null, readers),
                new RouteRights.Route("POST", "/v1/menu/import?preview=true", "{}", editors),
                new RouteRights.Route("PUT", item, Json.write(fries(sauces)), editors),
                new RouteRights.Route("PUT", item + "/photo", "{}", editors),
                new RouteRights.Route("PUT", "/v1/menu/calendar", "{\"hijriShift\":0}", editors),
                new RouteRights.Route("DELETE", item, null, editors),
                new RouteRights.Route(
                    "PUT", option, soldOut(), EnumSet.of(Role.OWNER, Role.MANAGER, Role.AGENT)),
                new RouteRights.Route(
                    "PUT",
                    "/v1/menu/stock/" + fries,
                    Json.write(new StockRequest(noor.olaya, 1)),
                    EnumSet.of(Role.OWNER, Role.MANAGER, Role.AGENT)),
                new RouteRights.Route(
                    "GET",
                    "/v1/menu/stock?branch=" + noor.olaya,
                    null,
                    EnumSet.complementOf(EnumSet.of(Role.PLATFORM_OPERATOR)))));
  }

  private void saveSides() throws Exception {
    save("groups", sauces, group(sauces, "صوصات", option(garlic, "ثوم")));
    save(
        "categories",
        sides,
        new MenuBook.Category(sides, new LocalizedText("جانبي", "Sides"), null, false));
    save("items", fries, fries(sauces));
  }

  private void save(String list, UUID id, Object form) throws Exception {
    Answer answer = put("/v1/menu/" + list + "/" + id, Json.write(form));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    assertThat(answer.as(MenuVersion.class).version()).isPositive();
  }

  private void importTable(String table) throws Exception {
    MenuDifference preview = send(200, "POST", "/import?format=csv&preview=true", table).as();
    send(200, "POST", "/import?format=csv&base=" + preview.base(), table);
  }

  private BookItem fries(UUID group) {
    return new BookItem(
        fries,
        sides,
        new LocalizedText("بطاطس", "Fries"),
        new LocalizedText("", ""),
        List.of("fries"),
        new Money(900),
        null,
        null,
        312,
        List.of(),
        List.of(),
        null,
        false,
        List.of(new BookItem.Link(group)),
        List.of());
  }

  private static BookGroup group(UUID id, String name, BookGroup.Option... options) {
    return new BookGroup(
        id, GroupKind.CHOICE, new LocalizedText(name, name), 1, 1, null, List.of(options));
  }

  private static BookGroup.Option option(UUID id, String name, UUID... nested) {
    return new BookGroup.Option(
        id,
        new LocalizedText(name, name),
        List.of(),
        Money.ZERO,
        false,
        true,
        List.of(nested),
        null,
        List.of(),
        List.of(),
        List.of());
  }

  private static DayPart breakfast() {
    List<DayPart.Span> morning = List.of(new DayPart.Span(LocalTime.of(6, 0), LocalTime.of(11, 0)));
    return new DayPart(
        new UUID(7, 7),
        new LocalizedText("فطور", "Breakfast"),
        Map.of(
            "saturday",
            morning,
            "sunday",
            morning,
            "monday",
            morning,
            "tuesday",
            morning,
            "wednesday",
            morning,
            "thursday",
            morning,
            "friday",
            morning),
        Set.of(),
        null,
        null,
        List.of());
  }

  private String soldOut() {
    return Json.write(new AvailabilityRequest(noor.olaya, false));
  }

  private MenuDetails menu() throws Exception {
    return get("/v1/menu?choices=true&branch=" + noor.olaya).as(MenuDetails.class);
  }

  private MenuDetails.Item shown() throws Exception {
    return menu().categories().getFirst().items().getFirst();
  }

  private MenuDetails.Item shownAt(Instant moment) throws Exception {
    Answer answer =
        get("/v1/menu?branch=%s&at=%s".formatted(noor.olaya, moment).replace(":", "%3A"));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.as(MenuDetails.class).categories().getFirst().items().getFirst();
  }

  private MenuBook book() throws Exception {
    return get("/v1/menu/book").as(MenuBook.class);
  }

  private Answer get(String path) throws Exception {
    return send("GET", path, null);
  }

  private Answer put(String path, String body) throws Exception {
    return send("PUT", path, body);
  }

  private Answer delete(String path) throws Exception {
    return send("DELETE", path, null);
  }

  private Got send(int status, String method, String path, String body) throws Exception {
    Answer answer = send(method, "/v1/menu" + path, body);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    return new Got(answer);
  }

  private Answer send(String method, String path, @Nullable String body) throws Exception {
    if (!hired) {
      noor.hire(Role.OWNER);
      hired = true;
    }
    return server.send(
        method,
        path,
        body,
        request -> request.header("Authorization", noor.authorization(Role.OWNER)));
  }

  private record Got(Answer answer) {
    private MenuDifference as() {
      return answer.as(MenuDifference.class);
    }

    private String code() {
      return answer.error().code();
    }

    private List<ErrorEnvelope.Fault> faults() {
      return answer.error().details();
    }
  }
}
