package com.crmres.server.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.restaurant.BranchHours;
import com.crmres.common.restaurant.BranchMode;
import com.crmres.common.restaurant.BranchState;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.event.EventLog;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.NoorStaff;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.identity.RouteRights.Route;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BranchTimesRoutesTest {

  private static final String HOURS =
      """
      {"week":{"sunday":[{"from":"11:00","to":"02:00"}]},"ramadan":{"sunday":[{"from":"18:00","to":"03:00"}]},
       "days":[{"date":"2026-09-23","spans":[],"note":{"ar":"اليوم الوطني","en":"National Day"}}],"lastOrderMinutes":20}
      """;

  private final TestDatabase world = TestDatabase.fresh();
  private final Clock clock = Clock.systemUTC();
  private final NoorStaff noor = new NoorStaff(world.database(), clock);
  private final Restaurants restaurants = new Restaurants(clock);
  private final BranchDesk desk = new BranchDesk(restaurants, new EventLog(clock, () -> {}), clock);
  private final RunningServer server =
      new RunningServer(
          clock,
          _ -> false,
          routing ->
              routing.register(
                  "/v1", new BranchTimesRoutes(world.database(), restaurants, desk, noor.access)));

  @AfterEach
  void stop() {
    server.close();
    world.close();
  }

  @Test
  void everyRouteIsForItsRolesOnly() throws Exception {
    String olaya = "/v1/branches/" + noor.olaya;
    Set<Role> deciders = EnumSet.of(Role.OWNER, Role.MANAGER);
    Set<Role> servers = EnumSet.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN);
    Set<Role> seers = EnumSet.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN, Role.AUDITOR);

    new RouteRights(server, noor)
        .hold(
            List.of(
                new Route("GET", olaya + "/state", null, seers),
                new Route("PUT", olaya + "/state", "{\"mode\":\"online\"}", servers),
                new Route("GET", olaya + "/hours", null, seers),
                new Route("PUT", olaya + "/hours", HOURS, deciders),
                Route.forAll("GET", "/v1/hijri-months"),
                new Route(
                    "PUT",
                    "/v1/hijri-months",
                    "{\"year\":1448,\"month\":9,\"days\":1}",
                    deciders)));
  }

  @Test
  void thePauseOfABranchHasAnEndAndIsTold() throws Exception {
    noor.hire(Role.KITCHEN);
    String path = "/v1/branches/" + noor.olaya + "/state";

    Answer endless = send(Role.KITCHEN, "PUT", path, "{\"mode\":\"paused\"}");
    Answer paused = send(Role.KITCHEN, "PUT", path, "{\"mode\":\"paused\",\"minutes\":30}");

    assertThat(endless.error().details()).extracting("field").containsExactly("minutes");
    BranchState state = paused.as(BranchState.class);
    assertThat(state.mode()).isEqualTo(BranchMode.PAUSED);
    assertThat(state.open()).isFalse();
    assertThat(state.until())
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(29)), Instant.now().plus(Duration.ofMinutes(31)));
    assertThat(events()).contains("branch_state_changed");
  }

  @Test
  void ofAnotherBranchNobodySaysAnything() throws Exception {
    noor.hire(Role.AGENT);

    assertThat(send(Role.AGENT, "GET", "/v1/branches/" + noor.malaz + "/state", null).status())
        .isEqualTo(403);
  }

  @Test
  void hoursAreKeptAsTheyWereGiven() throws Exception {
    noor.hire(Role.MANAGER);
    String path = "/v1/branches/" + noor.olaya + "/hours";

    Answer given = send(Role.MANAGER, "PUT", path, HOURS);

    assertThat(given.status()).isEqualTo(200);
    assertThat(send(Role.MANAGER, "GET", path, null).as(BranchHours.class))
        .isEqualTo(given.as(BranchHours.class));
  }

  @Test
  void everyFaultOfHoursIsNamedAtOnce() throws Exception {
    noor.hire(Role.MANAGER);
    String wrong =
        """
        {"week":{"someday":[]},"days":[{"date":"2026-09-23","spans":[]},{"date":"2026-09-23","spans":[{"from":"11:00"}]}],
         "lastOrderMinutes":500}
        """;

    Answer answer = send(Role.MANAGER, "PUT", "/v1/branches/" + noor.olaya + "/hours", wrong);

    assertThat(answer.error().details())
        .extracting("field")
        .containsExactly("week.someday", "days[1].date", "days[1].spans[0]", "lastOrderMinutes");
  }

  private List<String> events() {
    return world
        .database()
        .inRestaurant(
            noor.restaurantId,
            transaction ->
                transaction
                    .sql("select event ->> 'type' as type from live_event")
                    .list(row -> row.text("type")));
  }

  private Answer send(Role role, String method, String path, @Nullable String body)
      throws Exception {
    return server.send(
        method, path, body, request -> request.header("Authorization", noor.authorization(role)));
  }
}
