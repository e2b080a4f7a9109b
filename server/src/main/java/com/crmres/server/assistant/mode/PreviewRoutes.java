package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.PreviewRequest;
import com.crmres.common.assistant.PreviewSample;
import com.crmres.common.assistant.PreviewTurn;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Page;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.Menus;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurants;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The paths of trying the assistant out, under `/v1`.
public final class PreviewRoutes implements HttpService {

  private static final Role[] DECIDERS = {Role.OWNER, Role.MANAGER};
  private static final int MOST_TURNS = 12;
  private static final int LONGEST_TURN = 1_000;
  private static final int LONGEST_LANGUAGE = 8;
  private static final long BUSY_SECONDS = 5;

  private final Database database;
  private final Preview preview;
  private final Restaurants restaurants;
  private final Menus menus;
  private final Access access;
  private final PreviewSamples samples = new PreviewSamples();

  public PreviewRoutes(
      Database database, Preview preview, Restaurants restaurants, Menus menus, Access access) {
    this.database = database;
    this.preview = preview;
    this.restaurants = restaurants;
    this.menus = menus;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/assistant/preview", this::show).get("/assistant/preview/samples", this::samples);
  }

  private void show(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, DECIDERS);
    Exchange exchange = new Exchange(request, response);
    PreviewRequest wish = exchange.read(PreviewRequest.class);
    UUID restaurantId = principal.restaurantId();
    Set<UUID> branches =
        database.inRestaurant(
            restaurantId, transaction -> restaurants.branchIds(transaction, restaurantId));
    check(wish, branches);
    List<PreviewTurn> turns =
        preview
            .show(restaurantId, wish)
            .orElseThrow(() -> ApiException.withRetryAfter(ErrorCode.OVERLOADED, BUSY_SECONDS));
    exchange.ok(new Page<>(turns, null));
  }

  private static void check(PreviewRequest wish, Set<UUID> branches) {
    Faults faults = new Faults();
    if (wish.said().isEmpty() || wish.said().size() > MOST_TURNS) {
      faults.add("said", Rule.COUNT, 1, MOST_TURNS);
    }
    for (int i = 0; i < wish.said().size(); i++) {
      faults.length("said[" + i + "]", wish.said().get(i), 1, LONGEST_TURN);
    }
    if (wish.branchId() != null && !branches.contains(wish.branchId())) {
      faults.add("branchId", Rule.UNKNOWN);
    }
    faults.throwIfAny();
  }

  private void samples(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, DECIDERS);
    Exchange exchange = new Exchange(request, response);
    String asked = exchange.query(query -> query.text("language", LONGEST_LANGUAGE));
    String language = language(asked == null ? exchange.language() : asked);
    List<PreviewSample> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> samples.in(language, menu(transaction, principal.restaurantId())));
    exchange.ok(new Page<>(found, null));
  }

  private static String language(String asked) {
    return asked.startsWith("en") ? "en" : "ar";
  }

  /// A restaurant that has no branch yet has nothing to sell.
  private Menu menu(Transaction transaction, UUID restaurantId) {
    List<Branch> branches = restaurants.branches(transaction, restaurantId);
    return branches.isEmpty()
        ? new Menu(restaurantId, restaurantId, List.of())
        : menus.of(transaction, restaurantId, branches.getFirst().id());
  }
}
