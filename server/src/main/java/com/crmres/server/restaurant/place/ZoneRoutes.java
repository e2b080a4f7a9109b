package com.crmres.server.restaurant.place;

import com.crmres.common.identity.Role;
import com.crmres.common.restaurant.ZoneCollection;
import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.restaurant.Restaurants;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;

/// The paths of delivery zones, under `/v1`.
public final class ZoneRoutes implements HttpService {

  private final Database database;
  private final Restaurants restaurants;
  private final Zones zones;
  private final Access access;

  public ZoneRoutes(Database database, Restaurants restaurants, Zones zones, Access access) {
    this.database = database;
    this.restaurants = restaurants;
    this.zones = zones;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/branches/{id}/zones", this::list).put("/branches/{id}/zones", this::replace);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = access.signedIn(request);
    Exchange exchange = new Exchange(request, response);
    UUID branchId = branch(principal, exchange);
    exchange.ok(
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> collection(zones.of(transaction, principal.restaurantId(), branchId))));
  }

  private void replace(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, Role.OWNER, Role.MANAGER);
    Exchange exchange = new Exchange(request, response);
    UUID branchId = branch(principal, exchange);
    ZoneCollection wanted = exchange.read(ZoneCollection.class);
    GeoJson.check(wanted);
    UUID restaurantId = principal.restaurantId();
    exchange.ok(
        database.inRestaurant(
            restaurantId,
            transaction -> {
              if (restaurants.branch(transaction, restaurantId, branchId).isEmpty()) {
                throw new ApiException(ErrorCode.NOT_FOUND);
              }
              zones.replace(transaction, restaurantId, branchId, wanted);
              return collection(zones.of(transaction, restaurantId, branchId));
            }));
  }

  private static ZoneCollection collection(List<Zone> zones) {
    return new ZoneCollection(GeoJson.COLLECTION, zones.stream().map(Zone::feature).toList());
  }

  private static UUID branch(Principal principal, Exchange exchange) {
    UUID branchId = exchange.pathId("id");
    if (!principal.sees(branchId)) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    return branchId;
  }
}
