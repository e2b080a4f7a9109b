package com.crmres.server.restaurant.prayer;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.restaurant.Prayer;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.event.EventLog;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.NoorStaff;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.identity.RouteRights.Route;
import com.crmres.server.restaurant.BranchDesk;
import com.crmres.server.restaurant.Restaurants;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrayerRoutesTest {

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
                  "/v1",
                  new PrayerRoutes(world.database(), restaurants, desk, noor.access, clock)));

  @AfterEach
  void stop() {
    server.close();
    world.close();
  }

  @Test
  void whoeverWorksInTheBranchMayAsk() throws Exception {
    new RouteRights(server, noor)
        .hold(
            List.of(
                new Route(
                    "GET",
                    "/v1/branches/" + noor.olaya + "/prayers",
                    null,
                    EnumSet.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN, Role.AUDITOR))));
  }

  @Test
  void theNextPrayersOfMoreThanADayComeInTheirOrder() throws Exception {
    noor.hire(Role.KITCHEN);

    JsonNode items = items(noor.olaya.toString());

    List<Instant> times = new ArrayList<>();
    items.forEach(item -> times.add(Instant.parse(item.path("at").asText())));
    assertThat(times).isSorted().hasSizeGreaterThan(9);
    assertThat(times.getFirst()).isAfter(Instant.now());
    assertThat(times.getLast()).isAfter(Instant.now().plus(Duration.ofDays(1)));
    assertThat(items.path(0).path("prayer").asText())
        .isIn(EnumSet.allOf(Prayer.class).stream().map(Prayer::wireName).toList());
  }

  private JsonNode items(String branch) throws Exception {
    Answer answer =
        server.send(
            "GET",
            "/v1/branches/" + branch + "/prayers",
            null,
            request -> request.header("Authorization", noor.authorization(Role.KITCHEN)));
    assertThat(answer.status()).isEqualTo(200);
    return answer.as(JsonNode.class).path("items");
  }
}
