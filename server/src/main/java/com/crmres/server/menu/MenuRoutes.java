package com.crmres.server.menu;

import com.crmres.common.identity.Role;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.menu.StockRequest;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurants;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The paths of the menu as branches sell it, under `/v1`.
public final class MenuRoutes implements HttpService {

  private static final Role[] SELLERS = {Role.OWNER, Role.MANAGER, Role.AGENT};
  private static final int MOST_COUNTED = 100_000;

  private final Database database;
  private final Menus menus;
  private final Stock stock;
  private final Restaurants restaurants;
  private final Access access;

  public MenuRoutes(Database database, Menus menus, Restaurants restaurants, Access access) {
    this.database = database;
    this.menus = menus;
    this.stock = new Stock(menus);
    this.restaurants = restaurants;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/menu", this::menu)
        .put("/menu/items/{id}/availability", this::setAvailability)
        .put("/menu/options/{id}/availability", this::setAvailability)
        .put("/menu/categories/{id}/availability", this::setAvailability)
        .put("/menu/ingredients/{id}/availability", this::setAvailability)
        .get("/menu/stock", this::stock)
        .put("/menu/stock/{id}", this::setStock);
  }

  private void menu(ServerRequest request, ServerResponse response) {
    Principal principal = access.signedIn(request);
    Exchange exchange = new Exchange(request, response);
    UUID branchId = branch(exchange);
    refuseStrangers(principal, branchId);
    Instant at = exchange.query(query -> query.instant("at"));
    boolean choices = "true".equals(exchange.query(query -> query.text("choices", 5)));
    exchange.ok(
        ShownMenu.of(
            database.inRestaurant(
                principal.restaurantId(),
                transaction ->
                    at == null
                        ? menus.of(transaction, principal.restaurantId(), branchId)
                        : menus.of(transaction, principal.restaurantId(), branchId, at)),
            choices));
  }

  private void setAvailability(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SELLERS);
    Exchange exchange = new Exchange(request, response);
    UUID subjectId = exchange.pathId("id");
    AvailabilityRequest wish = exchange.read(AvailabilityRequest.class);
    refuseStrangers(principal, wish.branchId());
    refuseOtherTimes(wish);
    found(
        principal,
        transaction ->
            menus.set(
                transaction,
                principal.restaurantId(),
                wish.branchId(),
                subjectId,
                pause(transaction, principal.restaurantId(), wish)));
    exchange.noContent();
  }

  private void stock(ServerRequest request, ServerResponse response) {
    Principal principal = access.signedIn(request);
    Exchange exchange = new Exchange(request, response);
    UUID branchId = branch(exchange);
    refuseStrangers(principal, branchId);
    exchange.ok(
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> stock.counts(transaction, principal.restaurantId(), branchId)));
  }

  private void setStock(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SELLERS);
    Exchange exchange = new Exchange(request, response);
    UUID subjectId = exchange.pathId("id");
    StockRequest wish = exchange.read(StockRequest.class);
    refuseStrangers(principal, wish.branchId());
    Integer left = wish.left();
    if (left != null) {
      new Faults().range("left", left, 0, MOST_COUNTED).throwIfAny();
    }
    found(
        principal,
        transaction ->
            stock.set(transaction, principal.restaurantId(), wish.branchId(), subjectId, left));
    exchange.noContent();
  }

  private void found(Principal principal, Predicate<Transaction> change) {
    if (!database.inRestaurant(principal.restaurantId(), change::test)) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
  }

  private Menus.@Nullable Pause pause(
      Transaction transaction, UUID restaurantId, AvailabilityRequest wish) {
    if (wish.available()) {
      return null;
    }
    Branch branch =
        restaurants
            .branch(transaction, restaurantId, wish.branchId())
            .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
    boolean hidden = Boolean.TRUE.equals(wish.hidden());
    return new Menus.Pause(hidden, new Comeback(branch, menus.now()).of(wish));
  }

  /// A moment that is over, or two ways of saying when.
  private void refuseOtherTimes(AvailabilityRequest wish) {
    Instant until = wish.until();
    if (until != null && !until.isAfter(menus.now())) {
      throw refused("until", Rule.UNEXPECTED);
    }
    if (until != null && wish.preset() != null) {
      throw refused("preset", Rule.UNEXPECTED);
    }
  }

  private static UUID branch(Exchange exchange) {
    return exchange
        .query(query -> Optional.ofNullable(query.uuid("branch")))
        .orElseThrow(() -> refused("branch", Rule.REQUIRED));
  }

  private static ApiException refused(String field, Rule rule) {
    return new ApiException(ErrorCode.INVALID_INPUT, List.of(new Fault(field, rule, List.of())));
  }

  private static void refuseStrangers(Principal principal, UUID branchId) {
    if (!principal.sees(branchId)) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
  }
}
