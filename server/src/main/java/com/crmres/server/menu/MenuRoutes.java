package com.crmres.server.menu;

import com.crmres.common.identity.Role;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.menu.MenuDetails;
import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The paths of the menu, under `/v1`.
public final class MenuRoutes implements HttpService {

  private final Database database;
  private final Menus menus;
  private final Access access;

  public MenuRoutes(Database database, Menus menus, Access access) {
    this.database = database;
    this.menus = menus;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/menu", this::menu).put("/menu/items/{id}/availability", this::setAvailability);
  }

  private void menu(ServerRequest request, ServerResponse response) {
    Principal principal = access.signedIn(request);
    Exchange exchange = new Exchange(request, response);
    UUID branchId = branch(exchange);
    refuseStrangers(principal, branchId);
    Menu menu =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> menus.of(transaction, principal.restaurantId(), branchId));
    exchange.ok(details(menu));
  }

  private void setAvailability(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, Role.OWNER, Role.MANAGER, Role.AGENT);
    Exchange exchange = new Exchange(request, response);
    UUID itemId = exchange.pathId("id");
    AvailabilityRequest wish = exchange.read(AvailabilityRequest.class);
    refuseStrangers(principal, wish.branchId());
    boolean found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction ->
                menus.setAvailability(
                    transaction,
                    principal.restaurantId(),
                    wish.branchId(),
                    itemId,
                    wish.available()));
    if (!found) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
    exchange.noContent();
  }

  private static UUID branch(Exchange exchange) {
    return exchange
        .query(query -> Optional.ofNullable(query.uuid("branch")))
        .orElseThrow(() ->
            new ApiException(
                ErrorCode.INVALID_INPUT, List.of(new Fault("branch", Rule.REQUIRED, List.of()))));
  }

  private static void refuseStrangers(Principal principal, UUID branchId) {
    if (!principal.sees(branchId)) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
  }

  private static MenuDetails details(Menu menu) {
    return new MenuDetails(
        menu.branchId(), menu.categories().stream().map(MenuRoutes::category).toList());
  }

  private static MenuDetails.Category category(Menu.Category category) {
    return new MenuDetails.Category(
        category.id(), category.name(), category.items().stream().map(MenuRoutes::item).toList());
  }

  private static MenuDetails.Item item(MenuItem item) {
    return new MenuDetails.Item(item.id(), item.name(), item.price(), item.available());
  }
}
