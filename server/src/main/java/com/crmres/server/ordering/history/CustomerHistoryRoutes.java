package com.crmres.server.ordering.history;

import com.crmres.common.identity.Role;
import com.crmres.common.ordering.CustomerFigures;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Page;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.ordering.Orders;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The paths of what a customer has ordered so far, under `/v1`: of other branches nobody hears
/// anything.
public final class CustomerHistoryRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};
  private static final int DEFAULT_LIMIT = 20;
  private static final int HIGHEST_LIMIT = 100;

  private final Database database;
  private final Orders orders;
  private final Access access;
  private final CustomerHistory history = new CustomerHistory();

  public CustomerHistoryRoutes(Database database, Orders orders, Access access) {
    this.database = database;
    this.orders = orders;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/customers/{id}/orders", this::orders).get("/customers/{id}/figures", this::figures);
  }

  private record Wish(int limit, @Nullable UUID after) {}

  private void orders(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    Wish wish =
        exchange.query(query ->
            new Wish(query.integer("limit", 1, HIGHEST_LIMIT, DEFAULT_LIMIT), query.uuid("after")));
    List<OrderSummary> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction ->
                orders.ofCustomer(
                    transaction,
                    principal.restaurantId(),
                    visible(transaction, principal, id),
                    principal.branchIds(),
                    wish.after(),
                    wish.limit()));
    String next = found.size() < wish.limit() ? null : found.getLast().id().toString();
    exchange.ok(new Page<>(found, next));
  }

  private void figures(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    exchange.ok(
        database.<CustomerFigures>inRestaurant(
            principal.restaurantId(),
            transaction ->
                history.figures(
                    transaction,
                    principal.restaurantId(),
                    visible(transaction, principal, id),
                    principal.branchIds())));
  }

  private UUID visible(Transaction transaction, Principal principal, UUID id) {
    return history
        .visible(transaction, principal.restaurantId(), id, principal.branchIds())
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }
}
