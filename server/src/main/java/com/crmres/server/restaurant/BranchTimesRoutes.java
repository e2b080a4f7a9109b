package com.crmres.server.restaurant;

import com.crmres.common.identity.Role;
import com.crmres.common.restaurant.BranchHours;
import com.crmres.common.restaurant.BranchMode;
import com.crmres.common.restaurant.BranchStateRequest;
import com.crmres.common.restaurant.HijriMonth;
import com.crmres.common.wire.Page;
import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/// The paths by which people say when and how a branch takes orders, under `/v1`.
public final class BranchTimesRoutes implements HttpService {

  /// Whoever stands at the stove knows first that it is too much.
  private static final Role[] SERVERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN};

  private static final Role[] DECIDERS = {Role.OWNER, Role.MANAGER};
  private static final int LEAST_MINUTES = 5;
  private static final int MOST_MINUTES = 12 * 60;
  private static final int MOST_DELAY = 120;
  private static final int FIRST_YEAR = 1300;
  private static final int LAST_YEAR = 1600;

  private final Database database;
  private final Restaurants restaurants;
  private final BranchDesk desk;
  private final Access access;

  public BranchTimesRoutes(
      Database database, Restaurants restaurants, BranchDesk desk, Access access) {
    this.database = database;
    this.restaurants = restaurants;
    this.desk = desk;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/branches/{id}/state", this::state)
        .put("/branches/{id}/state", this::serve)
        .get("/branches/{id}/hours", this::hours)
        .put("/branches/{id}/hours", this::setHours)
        .get("/hijri-months", this::months)
        .put("/hijri-months", this::moveMonth);
  }

  private void state(ServerRequest request, ServerResponse response) {
    Principal principal = access.signedIn(request);
    Exchange exchange = new Exchange(request, response);
    UUID branchId = branch(principal, exchange);
    exchange.ok(
        database
            .inRestaurant(
                principal.restaurantId(),
                transaction -> desk.state(transaction, principal.restaurantId(), branchId))
            .orElseThrow(BranchTimesRoutes::unknown));
  }

  private void serve(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SERVERS);
    Exchange exchange = new Exchange(request, response);
    UUID branchId = branch(principal, exchange);
    BranchStateRequest wish = exchange.read(BranchStateRequest.class);
    check(wish);
    exchange.ok(
        database
            .inRestaurant(
                principal.restaurantId(),
                transaction ->
                    desk.serve(
                        transaction,
                        principal.restaurantId(),
                        branchId,
                        (branch, now) -> serving(wish, branch, now)))
            .orElseThrow(BranchTimesRoutes::unknown));
  }

  /// What is not the usual has an end: so many minutes, or the end of the day.
  private static void check(BranchStateRequest wish) {
    Faults faults = new Faults();
    boolean endOfDay = Boolean.TRUE.equals(wish.endOfDay());
    if (wish.mode() != BranchMode.ONLINE && !endOfDay && wish.minutes() == null) {
      faults.add("minutes", Rule.REQUIRED);
    }
    if (wish.minutes() != null) {
      if (endOfDay || wish.mode() == BranchMode.ONLINE) {
        faults.add("minutes", Rule.UNEXPECTED);
      }
      faults.range("minutes", wish.minutes(), LEAST_MINUTES, MOST_MINUTES);
    }
    if (wish.delayMinutes() != null) {
      if (wish.mode() != BranchMode.BUSY) {
        faults.add("delayMinutes", Rule.UNEXPECTED);
      }
      faults.range("delayMinutes", wish.delayMinutes(), 0, MOST_DELAY);
    }
    faults.throwIfAny();
  }

  private static Serving serving(BranchStateRequest wish, Branch branch, Instant now) {
    return switch (wish.mode()) {
      case ONLINE -> Serving.ONLINE;
      case PAUSED -> new Serving(BranchMode.PAUSED, end(wish, branch, now), 0, false);
      case BUSY ->
          new Serving(
              BranchMode.BUSY,
              end(wish, branch, now),
              wish.delayMinutes() == null ? 0 : wish.delayMinutes(),
              !Boolean.FALSE.equals(wish.asap()));
    };
  }

  private static Instant end(BranchStateRequest wish, Branch branch, Instant now) {
    if (wish.minutes() != null) {
      return now.plus(Duration.ofMinutes(wish.minutes()));
    }
    ZoneId zone = branch.zone();
    return branch
        .times()
        .closesAt(now, zone)
        .orElseGet(() -> branch.dateAt(now).plusDays(1).atStartOfDay(zone).toInstant());
  }

  private void hours(ServerRequest request, ServerResponse response) {
    Principal principal = access.signedIn(request);
    Exchange exchange = new Exchange(request, response);
    UUID branchId = branch(principal, exchange);
    exchange.ok(
        database
            .inRestaurant(
                principal.restaurantId(),
                transaction -> restaurants.branch(transaction, principal.restaurantId(), branchId))
            .map(branch -> HoursOnWire.of(branch.times()))
            .orElseThrow(BranchTimesRoutes::unknown));
  }

  private void setHours(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, DECIDERS);
    Exchange exchange = new Exchange(request, response);
    UUID branchId = branch(principal, exchange);
    BranchHours wanted = exchange.read(BranchHours.class);
    HoursOnWire.check(wanted);
    boolean found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction ->
                desk.setHours(
                    transaction,
                    principal.restaurantId(),
                    branchId,
                    HoursOnWire.usual(wanted),
                    HoursOnWire.special(wanted)));
    if (!found) {
      throw unknown();
    }
    exchange.ok(wanted);
  }

  private void months(ServerRequest request, ServerResponse response) {
    Principal principal = access.signedIn(request);
    HijriMonths months =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> desk.months(transaction, principal.restaurantId()));
    new Exchange(request, response).ok(new Page<>(months.list(), null));
  }

  private void moveMonth(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, DECIDERS);
    Exchange exchange = new Exchange(request, response);
    HijriMonth month = exchange.read(HijriMonth.class);
    new Faults()
        .range("year", month.year(), FIRST_YEAR, LAST_YEAR)
        .range("month", month.month(), 1, 12)
        .range("days", month.days(), -1, 1)
        .throwIfAny();
    database.changeRestaurant(
        principal.restaurantId(),
        transaction ->
            desk.setMonths(transaction, principal.restaurantId(), months -> months.with(month)));
    exchange.noContent();
  }

  private static UUID branch(Principal principal, Exchange exchange) {
    UUID branchId = exchange.pathId("id");
    if (!principal.sees(branchId)) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    return branchId;
  }

  private static ApiException unknown() {
    return new ApiException(ErrorCode.NOT_FOUND);
  }
}
