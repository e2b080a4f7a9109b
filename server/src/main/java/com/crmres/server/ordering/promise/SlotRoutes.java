package com.crmres.server.ordering.promise;

import com.crmres.common.identity.Role;
import com.crmres.common.restaurant.SlotCapacity;
import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Faults;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.restaurant.Restaurants;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.UUID;

/// The paths by which people say how much a branch takes at once, under `/v1`.
public final class SlotRoutes implements HttpService {

  private static final int MOST_ORDERS = 1_000;
  private static final int MOST_MINUTES = 10_000;

  private final Database database;
  private final Restaurants restaurants;
  private final Access access;
  private final Slots slots = new Slots();

  public SlotRoutes(Database database, Restaurants restaurants, Access access) {
    this.database = database;
    this.restaurants = restaurants;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/branches/{id}/capacity", this::capacity)
        .put("/branches/{id}/capacity", this::setCapacity);
  }

  private void capacity(ServerRequest request, ServerResponse response) {
    Principal principal = access.signedIn(request);
    Exchange exchange = new Exchange(request, response);
    UUID branchId = branch(principal, exchange);
    exchange.ok(
        database.<SlotCapacity>inRestaurant(
            principal.restaurantId(),
            transaction -> slots.capacity(transaction, principal.restaurantId(), branchId)));
  }

  private void setCapacity(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, Role.OWNER, Role.MANAGER);
    Exchange exchange = new Exchange(request, response);
    UUID branchId = branch(principal, exchange);
    SlotCapacity wanted = exchange.read(SlotCapacity.class);
    Faults faults = new Faults();
    if (wanted.orders() != null) {
      faults.range("orders", wanted.orders(), 0, MOST_ORDERS);
    }
    if (wanted.minutes() != null) {
      faults.range("minutes", wanted.minutes(), 0, MOST_MINUTES);
    }
    faults.throwIfAny();
    database.changeRestaurant(
        principal.restaurantId(),
        transaction -> slots.setCapacity(transaction, principal.restaurantId(), branchId, wanted));
    exchange.ok(wanted);
  }

  private UUID branch(Principal principal, Exchange exchange) {
    UUID branchId = exchange.pathId("id");
    if (!principal.sees(branchId)) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    boolean known =
        database.inRestaurant(
            principal.restaurantId(),
            transaction ->
                restaurants.branch(transaction, principal.restaurantId(), branchId).isPresent());
    if (!known) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
    return branchId;
  }
}
