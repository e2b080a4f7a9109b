package com.crmres.server.menu.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.menu.MenuDifference;
import com.crmres.common.menu.PreModifier;
import com.crmres.common.menu.PreModifierRule;
import com.crmres.common.menu.SalesChannel;
import com.crmres.common.money.Money;
import com.crmres.common.wire.ErrorEnvelope;
import com.crmres.common.wire.Json;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.event.EventLog;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.NoorStaff;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.menu.MenuRoutes;
import com.crmres.server.menu.Menus;
import com.crmres.server.menu.Pizza;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How options may be had, and where groups are offered, edited over HTTP and in files.
class PreModifierEditTest {

  private final TestDatabase world = TestDatabase.fresh();
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);
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

  @BeforeEach
  void sellPizza() throws Exception {
    noor.hire(Role.OWNER);
    String book = Json.write(Pizza.in(MenuBook.EMPTY));
    MenuDifference seen = send("POST", "/import?preview=true", book).as(MenuDifference.class);
    assertThat(send("POST", "/import?base=" + seen.base(), book).status()).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    server.close();
    world.close();
  }

  @Test
  void whatWasSavedComesBackAsItWas() throws Exception {
    assertThat(option(book(), Pizza.ONION.toString()).preModifiers())
        .containsExactly(
            new PreModifierRule(PreModifier.NO, null),
            new PreModifierRule(PreModifier.SIDE, new Money(50)));
    assertThat(group(book(), "bag").ruled().channels()).containsExactly(SalesChannel.DELIVERY);
  }

  @Test
  void theMenuOfABranchNamesTheWaysWithTheirPrices() throws Exception {
    MenuDetails menu =
        send("GET", "?choices=true&branch=" + noor.olaya, null).as(MenuDetails.class);
    MenuDetails.Option cheese =
        menu.categories().getFirst().items().getFirst().groups().getFirst().options().get(1);

    assertThat(cheese.ways())
        .extracting(way -> way.preModifier().wireName() + " " + way.price().text())
        .containsExactly("no 0.00", "extra 3.00", "light 3.00");
    assertThat(cheese.ways().get(1).name().ar()).isEqualTo("زيادة جبن");
  }

  @Test
  void everyFaultOfThemIsNamed() throws Exception {
    BookGroup flavour = group(book(), "flavour");
    BookGroup wrong =
        flavour.withOptions(
            flavour.options().stream()
                .map(option ->
                    with(
                        option,
                        new PreModifierRule(PreModifier.HALF_LEFT, null),
                        new PreModifierRule(PreModifier.NO, null),
                        new PreModifierRule(PreModifier.EXTRA, new Money(-1)),
                        new PreModifierRule(PreModifier.EXTRA, null)))
                .limit(1)
                .toList());

    Answer answer = send("PUT", "/groups/" + flavour.id(), Json.write(wrong));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().details())
        .extracting(ErrorEnvelope.Fault::field)
        .contains(
            "options[0].preModifiers",
            "options[0].preModifiers[1].kind",
            "options[0].preModifiers[2].price",
            "options[0].preModifiers[3].kind");
  }

  @Test
  void sizesAreOfferedEverywhereAndHadOnlyAsTheyAre() throws Exception {
    BookGroup bag = group(book(), "bag");
    BookGroup sizes =
        new BookGroup(
            bag.id(),
            GroupKind.SIZE,
            bag.name(),
            1,
            1,
            bag.ruled(),
            bag.options().stream()
                .map(option -> with(option, new PreModifierRule(PreModifier.LIGHT, null)))
                .toList());

    Answer answer = send("PUT", "/groups/" + bag.id(), Json.write(sizes));

    assertThat(answer.error().details())
        .extracting(ErrorEnvelope.Fault::field)
        .contains("rules.channels", "options[0].preModifiers[0].kind");
  }

  @Test
  void aTableTakesThemOutAndInAgain() throws Exception {
    String table = send("GET", "/export?format=csv", null).response().body();

    assertThat(table).contains("no|side=0.50").contains("delivery");
    MenuDifference same = preview(table, UnaryOperator.identity());
    assertThat(same.changed()).isEmpty();

    MenuDifference dearer = preview(table, text -> text.replace("no|side=0.50", "no|side=٠٫٧٥"));
    assertThat(dearer.changed().getFirst().fields())
        .extracting(MenuDifference.Field::name)
        .containsExactly("preModifiers");
    MenuDifference everywhere = preview(table, text -> text.replace(",branch,", ",,"));
    assertThat(everywhere.changed().getFirst().fields())
        .extracting(MenuDifference.Field::name)
        .containsExactly("rules");
  }

  @Test
  void aTableWithoutTheColumnsLeavesThemAlone() throws Exception {
    String table = send("GET", "/export?format=csv", null).response().body();

    MenuDifference less =
        preview(table, text -> text.replace(",channels,pre_modifiers", ",other,another"));

    assertThat(less.changed()).isEmpty();
  }

  @Test
  void whatATableSaysWrongIsNamedByItsLine() throws Exception {
    String table = send("GET", "/export?format=csv", null).response().body();

    Answer answer =
        send(
            "POST",
            "/import?format=csv&preview=true",
            table.replace("no|side=0.50", "never|side=abc"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().details())
        .extracting(fault -> fault.field().replaceAll("\\d+", "n"))
        .containsExactly("lines[n].pre_modifiers", "lines[n].pre_modifiers");
  }

  private MenuDifference preview(String table, UnaryOperator<String> change) throws Exception {
    Answer answer = send("POST", "/import?format=csv&preview=true", change.apply(table));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.as(MenuDifference.class);
  }

  private static BookGroup.Option with(BookGroup.Option option, PreModifierRule... rules) {
    return new BookGroup.Option(
        option.id(),
        option.name(),
        option.aliases(),
        option.price(),
        option.standard(),
        option.available(),
        option.nestedGroupIds(),
        option.calories(),
        option.allergens(),
        option.ingredientIds(),
        option.prices(),
        List.of(rules));
  }

  private MenuBook book() throws Exception {
    return send("GET", "/book", null).as(MenuBook.class);
  }

  private static BookGroup group(MenuBook book, String name) {
    return book.groups().stream()
        .filter(group -> group.name().en().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static BookGroup.Option option(MenuBook book, String id) {
    return book.groups().stream()
        .flatMap(group -> group.options().stream())
        .filter(option -> option.id().toString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Answer send(String method, String path, @Nullable String body) throws Exception {
    return server.send(
        method,
        "/v1/menu" + path,
        body,
        request -> request.header("Authorization", noor.authorization(Role.OWNER)));
  }
}
