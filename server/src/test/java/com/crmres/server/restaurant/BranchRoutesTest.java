package com.crmres.server.restaurant;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.common.wire.Json;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.http.RunningServer;
import com.crmres.server.identity.NoorStaff;
import com.crmres.server.identity.RouteRights;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BranchRoutesTest {

  private final TestDatabase world = TestDatabase.fresh();
  private final Clock clock = Clock.systemUTC();
  private final NoorStaff noor = new NoorStaff(world.database(), clock);
  private final RunningServer server =
      new RunningServer(
          clock,
          _ -> false,
          routing ->
              routing.register(
                  "/v1",
                  new BranchRoutes(world.database(), new Restaurants(clock), noor.access, clock)));

  @AfterEach
  void stop() {
    server.close();
    world.close();
  }

  @Test
  void everybodySeesTheBranchesHeWorksIn() throws Exception {
    noor.hire(Role.OWNER);
    noor.hire(Role.KITCHEN);

    assertThat(branches(Role.OWNER)).containsExactly(noor.olaya, noor.malaz);
    assertThat(branches(Role.KITCHEN)).containsExactly(noor.olaya);
  }

  @Test
  void whoeverIsSignedInMayAsk() throws Exception {
    new RouteRights(server, noor).hold(List.of(RouteRights.Route.forAll("GET", "/v1/branches")));
  }

  private List<UUID> branches(Role role) throws Exception {
    String body =
        server
            .send(
                "GET",
                "/v1/branches",
                null,
                request -> request.header("Authorization", noor.authorization(role)))
            .response()
            .body();
    return StreamSupport.stream(Json.MAPPER.readTree(body).get("items").spliterator(), false)
        .map(node -> Json.read(node.toString(), BranchSummary.class).id())
        .toList();
  }
}
