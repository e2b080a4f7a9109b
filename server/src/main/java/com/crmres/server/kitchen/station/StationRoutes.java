package com.crmres.server.kitchen.station;

import com.crmres.common.identity.Role;
import com.crmres.common.kitchen.StationPlan;
import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The paths of a kitchen's stations, under `/v1`.
public final class StationRoutes implements HttpService {

  private static final int MOST_STATIONS = 20;
  private static final int LONGEST_NAME = 40;

  private final Database database;
  private final Stations stations;
  private final Access access;

  public StationRoutes(Database database, Stations stations, Access access) {
    this.database = database;
    this.stations = stations;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/kitchen/stations", this::plan).put("/kitchen/stations", this::replace);
  }

  private void plan(ServerRequest request, ServerResponse response) {
    Principal principal =
        access.require(request, Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN, Role.AUDITOR);
    Exchange exchange = new Exchange(request, response);
    UUID branchId =
        exchange
            .query(query -> Optional.ofNullable(query.uuid("branch")))
            .orElseThrow(() ->
                new ApiException(
                    ErrorCode.INVALID_INPUT,
                    List.of(new Fault("branch", Rule.REQUIRED, List.of()))));
    refuseStrangers(principal, branchId);
    exchange.ok(
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> stations.plan(transaction, principal.restaurantId(), branchId)));
  }

  private void replace(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, Role.OWNER, Role.MANAGER);
    Exchange exchange = new Exchange(request, response);
    StationPlan plan = exchange.read(StationPlan.class);
    refuseStrangers(principal, plan.branchId());
    refuseFaults(plan);
    exchange.ok(
        database.<StationPlan>inRestaurant(
            principal.restaurantId(),
            transaction -> {
              switch (stations.replace(transaction, principal.restaurantId(), plan)) {
                case DONE -> {}
                case OVERTAKEN -> throw new ApiException(ErrorCode.CHANGED_MEANWHILE);
                case NOT_OURS -> throw refused("stations", Rule.UNKNOWN);
              }
              return stations.plan(transaction, principal.restaurantId(), plan.branchId());
            }));
  }

  private static void refuseStrangers(Principal principal, UUID branchId) {
    if (!principal.sees(branchId)) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
  }

  private static void refuseFaults(StationPlan plan) {
    Faults faults = new Faults();
    int count = plan.stations().size();
    if (count < 1 || count > MOST_STATIONS) {
      faults.add("stations", Rule.COUNT, 1, MOST_STATIONS);
    }
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < count; i++) {
      StationPlan.Station station = plan.stations().get(i);
      String at = "stations[" + i + "]";
      faults.length(at + ".name.ar", station.name().ar(), 1, LONGEST_NAME);
      faults.length(at + ".name.en", station.name().en(), 1, LONGEST_NAME);
      if (!seen.add(station.id())) {
        faults.add(at + ".id", Rule.DUPLICATE);
      }
    }
    if (plan.stations().stream().filter(StationPlan.Station::fallback).count() != 1) {
      faults.add("stations.fallback", Rule.COUNT, 1, 1);
    }
    faults.throwIfAny();
  }

  private static ApiException refused(String field, Rule rule) {
    return new ApiException(ErrorCode.INVALID_INPUT, List.of(new Fault(field, rule, List.of())));
  }
}
