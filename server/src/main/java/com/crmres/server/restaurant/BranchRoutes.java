package com.crmres.server.restaurant;

import com.crmres.common.restaurant.BranchSummary;
import com.crmres.common.wire.Page;
import com.crmres.server.database.Database;
import com.crmres.server.http.Exchange;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;

/// The paths of branches, under `/v1`.
public final class BranchRoutes implements HttpService {

  private final Database database;
  private final Restaurants restaurants;
  private final Access access;
  private final Clock clock;

  public BranchRoutes(Database database, Restaurants restaurants, Access access, Clock clock) {
    this.database = database;
    this.restaurants = restaurants;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/branches", this::list);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = access.signedIn(request);
    List<Branch> branches =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> restaurants.branches(transaction, principal.restaurantId()));
    List<BranchSummary> own =
        branches.stream().filter(branch -> principal.sees(branch.id())).map(this::summary).toList();
    new Exchange(request, response).ok(new Page<>(own, null));
  }

  private BranchSummary summary(Branch branch) {
    return new BranchSummary(
        branch.id(),
        branch.name(),
        branch.address(),
        branch.zone().getId(),
        branch.isOpen(clock.instant()));
  }
}
