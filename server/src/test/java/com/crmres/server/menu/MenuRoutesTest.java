package com.crmres.server.menu;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.Json;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.event.EventLog;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.NoorStaff;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MenuRoutesTest {

  private static final LocalizedText NAME = new LocalizedText("بطاطس", "Fries");

  private final TestDatabase world = TestDatabase.fresh();
  private final Clock clock = Clock.systemUTC();
  private final NoorStaff noor = new NoorStaff(world.database(), clock);
  private final Menus menus = new Menus(new EventLog(clock, () -> {}));
  private final UUID fries = UUID.randomUUID();
  private final RunningServer server =
      new RunningServer(
          clock,
          _ -> false,
          routing ->
              routing.register(
                  "/v1",
                  new MenuRoutes(world.database(), menus, new Restaurants(clock), noor.access)));

  @BeforeEach
  void addMenu() {
    MenuItem item = new MenuItem(fries, NAME, NAME, List.of(), new Money(900), true, List.of());
    Menu.Category sides = new Menu.Category(UUID.randomUUID(), NAME, List.of(item));
    world
        .database()
        .changeRestaurant(noor.restaurantId, tx -> menus.add(tx, noor.restaurantId, sides));
  }

  @AfterEach
  void stop() {
    server.close();
    world.close();
  }

  @Test
  void oneRequestSellsADishOutInOneBranch() throws Exception {
    noor.hire(Role.OWNER);

    assertThat(put(Role.OWNER, fries, noor.olaya).status()).isEqualTo(204);

    assertThat(isAvailable(noor.olaya)).isFalse();
    assertThat(isAvailable(noor.malaz)).isTrue();
  }

  @Test
  void theMenuOfAnotherBranchIsNotForHim() throws Exception {
    noor.hire(Role.AGENT);

    assertThat(get(Role.AGENT, "/v1/menu?branch=" + noor.malaz).error().code())
        .isEqualTo("NOT_ALLOWED");
    assertThat(put(Role.AGENT, fries, noor.malaz).error().code()).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void aMenuNeedsABranchAndADishMustBeThere() throws Exception {
    noor.hire(Role.OWNER);

    assertThat(get(Role.OWNER, "/v1/menu").error().details())
        .singleElement()
        .extracting(fault -> fault.field())
        .isEqualTo("branch");
    assertThat(put(Role.OWNER, UUID.randomUUID(), noor.olaya).error().code())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void onlyWhoServesCustomersSellsOut() throws Exception {
    String path = "/v1/menu/items/%s/availability".formatted(fries);
    String body = Json.write(new AvailabilityRequest(noor.olaya, true));

    new RouteRights(server, noor)
        .hold(
            List.of(
                new RouteRights.Route(
                    "PUT", path, body, EnumSet.of(Role.OWNER, Role.MANAGER, Role.AGENT)),
                new RouteRights.Route(
                    "GET",
                    "/v1/menu?branch=" + noor.olaya,
                    null,
                    EnumSet.complementOf(EnumSet.of(Role.PLATFORM_OPERATOR)))));
  }

  private boolean isAvailable(UUID branch) throws Exception {
    return get(Role.OWNER, "/v1/menu?branch=" + branch)
        .as(MenuDetails.class)
        .categories()
        .getFirst()
        .items()
        .getFirst()
        .available();
  }

  private Answer get(Role role, String path) throws Exception {
    return send(role, "GET", path, null);
  }

  private Answer put(Role role, UUID item, UUID branch) throws Exception {
    String path = "/v1/menu/items/%s/availability".formatted(item);
    return send(role, "PUT", path, Json.write(new AvailabilityRequest(branch, false)));
  }

  private Answer send(Role role, String method, String path, @Nullable String body)
      throws Exception {
    return server.send(
        method, path, body, request -> request.header("Authorization", noor.authorization(role)));
  }
}
