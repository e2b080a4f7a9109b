package com.crmres.server.ordering.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.restaurant.SlotCapacity;
import com.crmres.common.wire.Json;
import com.crmres.server.NoorHouse;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.restaurant.Restaurants;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotRoutesTest {

  private final NoorHouse house = new NoorHouse();
  private final RunningServer server =
      new RunningServer(
          house.clock,
          _ -> false,
          routing ->
              routing.register(
                  "/v1",
                  new SlotRoutes(
                      house.database, new Restaurants(house.clock), house.staff.access)));
  private final String path = "/v1/branches/" + house.staff.olaya + "/capacity";

  @AfterEach
  void close() {
    server.close();
    house.close();
  }

  @Test
  void everybodySeesAndWhoRunsTheBranchSets() throws Exception {
    String body = Json.write(new SlotCapacity(4, null));

    new RouteRights(server, house.staff)
        .hold(
            List.of(
                new RouteRights.Route(
                    "GET", path, null, EnumSet.complementOf(EnumSet.of(Role.PLATFORM_OPERATOR))),
                new RouteRights.Route("PUT", path, body, EnumSet.of(Role.OWNER, Role.MANAGER))));
  }

  @Test
  void whatIsSetIsReadAndNonsenseIsNamed() throws Exception {
    house.staff.hire(Role.OWNER);

    assertThat(put(new SlotCapacity(4, 90)).status()).isEqualTo(200);
    assertThat(send("GET", null).as(SlotCapacity.class)).isEqualTo(new SlotCapacity(4, 90));
    Answer faulty = put(new SlotCapacity(-1, 20_000));
    assertThat(faulty.error().code()).isEqualTo("INVALID_INPUT");
    assertThat(faulty.response().body()).contains("orders").contains("minutes");
    assertThat(send("GET", null).as(SlotCapacity.class)).isEqualTo(new SlotCapacity(4, 90));
  }

  private Answer put(SlotCapacity capacity) throws Exception {
    return send("PUT", Json.write(capacity));
  }

  private Answer send(String method, @Nullable String body) throws Exception {
    return server.send(
        method,
        path,
        body,
        request -> request.header("Authorization", house.staff.authorization(Role.OWNER)));
  }
}
