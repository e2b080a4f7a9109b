package com.crmres.server.ordering;

import com.crmres.common.identity.Role;
import com.crmres.common.ordering.OrderRules;
import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.UUID;

/// The paths of what customers may do to orders by themselves, under `/v1`.
public final class OrderRulesRoutes implements HttpService {

  private static final String PATH = "/branches/{id}/order-rules";

  private final Database database;
  private final Access access;
  private final Rules rules = new Rules();

  public OrderRulesRoutes(Database database, Access access) {
    this.database = database;
    this.access = access;
  }

  @Override
  public void routing(HttpRules routing) {
    routing.get(PATH, this::read).put(PATH, this::set);
  }

  private void read(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, Role.OWNER, Role.MANAGER);
    Exchange exchange = new Exchange(request, response);
    UUID branchId = branch(principal, exchange);
    exchange.ok(
        database.<OrderRules>inRestaurant(
            principal.restaurantId(),
            transaction -> rules.of(transaction, principal.restaurantId(), branchId)));
  }

  private void set(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, Role.OWNER, Role.MANAGER);
    Exchange exchange = new Exchange(request, response);
    UUID branchId = branch(principal, exchange);
    OrderRules wish = exchange.read(OrderRules.class);
    database.changeRestaurant(
        principal.restaurantId(),
        transaction -> rules.set(transaction, principal.restaurantId(), branchId, wish));
    exchange.ok(wish);
  }

  /// A branch that one does not see is none.
  private static UUID branch(Principal principal, Exchange exchange) {
    UUID branchId = exchange.pathId("id");
    if (!principal.sees(branchId)) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
    return branchId;
  }
}
