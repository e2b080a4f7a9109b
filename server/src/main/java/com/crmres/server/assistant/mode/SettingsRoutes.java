package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.AssistantCorrection;
import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.assistant.ModeRule;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Page;
import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.restaurant.Restaurants;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The paths of what a house decides about its assistant, and learns about it, under `/v1`.
public final class SettingsRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AUDITOR};
  private static final Role[] DECIDERS = {Role.OWNER, Role.MANAGER};
  private static final int LEAST_UNDO = 3;
  private static final int MOST_UNDO = 120;
  private static final int MOST_CENTS = 100_000;
  private static final int MOST_RULES = 500;
  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;

  private final Database database;
  private final HouseSettings settings;
  private final Corrections corrections;
  private final Restaurants restaurants;
  private final Access access;

  public SettingsRoutes(
      Database database,
      HouseSettings settings,
      Corrections corrections,
      Restaurants restaurants,
      Access access) {
    this.database = database;
    this.settings = settings;
    this.corrections = corrections;
    this.restaurants = restaurants;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/assistant/settings", this::read)
        .put("/assistant/settings", this::change)
        .get("/assistant/corrections", this::corrections);
  }

  private void read(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    new Exchange(request, response)
        .ok(
            database.<AssistantSettings>inRestaurant(
                principal.restaurantId(),
                transaction -> settings.of(transaction, principal.restaurantId())));
  }

  private void change(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, DECIDERS);
    Exchange exchange = new Exchange(request, response);
    AssistantSettings wanted = exchange.read(AssistantSettings.class);
    UUID restaurantId = principal.restaurantId();
    exchange.ok(
        database.<AssistantSettings>inRestaurant(
            restaurantId,
            transaction -> {
              check(wanted, restaurants.branchIds(transaction, restaurantId));
              if (!settings.change(transaction, restaurantId, wanted, principal.staffId())) {
                throw new ApiException(ErrorCode.CHANGED_MEANWHILE);
              }
              return settings.of(transaction, restaurantId);
            }));
  }

  private static void check(AssistantSettings wanted, Set<UUID> branches) {
    Faults faults =
        new Faults()
            .range("undoSeconds", wanted.undoSeconds(), LEAST_UNDO, MOST_UNDO)
            .range("centsPerDay", wanted.centsPerDay(), 0, MOST_CENTS);
    List<ModeRule> rules = wanted.modes();
    if (rules.size() > MOST_RULES) {
      faults.add("modes", Rule.COUNT, 0, MOST_RULES);
    }
    Set<List<@Nullable Object>> known = new HashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      ModeRule rule = rules.get(i);
      String at = "modes[" + i + "]";
      if (rule.mode() == null) {
        faults.add(at + ".mode", Rule.REQUIRED);
      }
      if (rule.branchId() != null && !branches.contains(rule.branchId())) {
        faults.add(at + ".branchId", Rule.UNKNOWN);
      }
      if (!known.add(Arrays.asList(rule.branchId(), rule.intent()))) {
        faults.add(at, Rule.UNEXPECTED);
      }
    }
    faults.throwIfAny();
  }

  /// A part of the corrections.
  private record Wish(int limit, @Nullable UUID after) {}

  private void corrections(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    Wish wish =
        exchange.query(query ->
            new Wish(query.integer("limit", 1, HIGHEST_LIMIT, DEFAULT_LIMIT), query.uuid("after")));
    List<AssistantCorrection> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction ->
                corrections.list(
                    transaction,
                    principal.restaurantId(),
                    wish.after(),
                    wish.limit(),
                    exchange.language()));
    String next = found.size() < wish.limit() ? null : found.getLast().id().toString();
    exchange.ok(new Page<>(found, next));
  }
}
