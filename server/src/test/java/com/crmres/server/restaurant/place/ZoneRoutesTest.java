package com.crmres.server.restaurant.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.restaurant.ZoneCollection;
import com.crmres.server.database.Ids;
import com.crmres.server.database.TestDatabase;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.NoorStaff;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.identity.RouteRights.Route;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneRoutesTest {

  private static final String SQUARE =
      "[[[46.66,24.67],[46.70,24.67],[46.70,24.72],[46.66,24.72],[46.66,24.67]]]";

  private final TestDatabase world = TestDatabase.fresh();
  private final Clock clock = Clock.systemUTC();
  private final NoorStaff noor = new NoorStaff(world.database(), clock);
  private final Zones zones = new Zones(Ids.timeOrdered());
  private final RunningServer server =
      new RunningServer(
          clock,
          _ -> false,
          routing ->
              routing.register(
                  "/v1",
                  new ZoneRoutes(world.database(), new Restaurants(clock), zones, noor.access)));

  @AfterEach
  void stop() {
    server.close();
    world.close();
  }

  @Test
  void everyRouteIsForItsRolesOnly() throws Exception {
    String path = "/v1/branches/" + noor.olaya + "/zones";

    new RouteRights(server, noor)
        .hold(
            List.of(
                new Route(
                    "GET",
                    path,
                    null,
                    EnumSet.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN, Role.AUDITOR)),
                new Route("PUT", path, zone(SQUARE), EnumSet.of(Role.OWNER, Role.MANAGER))));
  }

  @Test
  void zonesAreKeptAsGeoJsonAndReplaced() throws Exception {
    noor.hire(Role.MANAGER);

    Answer kept = put(zone(SQUARE));
    ZoneCollection first = kept.as(ZoneCollection.class);

    assertThat(kept.status()).isEqualTo(200);
    assertThat(first.features()).hasSize(1);
    assertThat(first.features().getFirst().id()).isNotNull();
    assertThat(first.features().getFirst().properties().fee().halalas()).isEqualTo(900);
    assertThat(put("{\"type\":\"FeatureCollection\",\"features\":[]}").status()).isEqualTo(200);
    assertThat(send("GET", null).as(ZoneCollection.class).features()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[[46.66,24.67],[46.70,24.67],[46.66,24.67]]] | at least three corners",
        "[[[46.66,24.67],[46.70,24.67],[46.70,24.72],[46.66,24.72]]] | not closed",
        "[[[46.66,24.67],[46.70,24.72],[46.70,24.67],[46.66,24.72],[46.66,24.67]]] | crosses"
            + " itself",
        "[[[24.67,46.66],[24.67,46.70],[24.72,46.70],[24.67,46.66]]] | longitude first",
        "[[[46.66]]] | wrong kind",
        "[] | at least three corners"
      })
  void aShapeThatIsNoAreaIsRefusedWithItsReason(String coordinates, String reason)
      throws Exception {
    noor.hire(Role.MANAGER);

    Answer answer = put(zone(coordinates));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().details())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.field()).isEqualTo("features[0].geometry.coordinates");
          if (!reason.equals("wrong kind")) {
            assertThat(fault.message()).contains(reason);
          }
        });
  }

  @Test
  void everyFaultIsNamedAtOnce() throws Exception {
    noor.hire(Role.MANAGER);
    String wrong =
        """
        {"type":"Collection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":%s},
          "properties":{"name":{"ar":"","en":"Olaya"},"fee":-1,"minimum":0,"bands":[{"fromKilometres":0,"fee":1}]}}]}
        """
            .formatted(SQUARE);

    assertThat(put(wrong).error().details())
        .extracting("field")
        .containsExactly(
            "type",
            "features[0].geometry.type",
            "features[0].properties.name.ar",
            "features[0].properties.fee",
            "features[0].properties.bands[0].fromKilometres");
  }

  private static String zone(String coordinates) {
    return """
    {"type":"FeatureCollection","features":[{"type":"Feature",
      "geometry":{"type":"Polygon","coordinates":%s},
      "properties":{"name":{"ar":"العليا","en":"Olaya"},"fee":9.00,"minimum":20,"bands":[]}}]}
    """
        .formatted(coordinates);
  }

  private Answer put(String body) throws Exception {
    return send("PUT", body);
  }

  private Answer send(String method, @Nullable String body) throws Exception {
    return server.send(
        method,
        "/v1/branches/" + noor.olaya + "/zones",
        body,
        request ->
            request
                .header("Authorization", noor.authorization(Role.MANAGER))
                .header("Accept-Language", "en"));
  }
}
