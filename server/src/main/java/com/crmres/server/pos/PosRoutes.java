package com.crmres.server.pos;

import com.crmres.common.identity.Role;
import com.crmres.common.pos.ApplyMenuRequest;
import com.crmres.common.pos.PosDrift;
import com.crmres.common.pos.PosMapping;
import com.crmres.common.pos.PosMappingRequest;
import com.crmres.common.pos.PosSettings;
import com.crmres.common.pos.PosSettingsRequest;
import com.crmres.common.pos.TillDishesRequest;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The paths of tills, under `/v1/pos`.
public final class PosRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AUDITOR};
  private static final Role[] WRITERS = {Role.OWNER, Role.MANAGER};
  private static final Role[] WATCHERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};

  private final Database database;
  private final Setup setup;
  private final MenuExchange menus;
  private final TillDishes dishes;
  private final Drifts drifts;
  private final Access access;

  PosRoutes(
      Database database,
      Setup setup,
      MenuExchange menus,
      TillDishes dishes,
      Drifts drifts,
      Access access) {
    this.database = database;
    this.setup = setup;
    this.menus = menus;
    this.dishes = dishes;
    this.drifts = drifts;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/pos", this::list)
        .get("/pos/drift", this::drift)
        .put("/pos/{branch}", this::keep)
        .post("/pos/{branch}/test", this::test)
        .post("/pos/{branch}/release", this::release)
        .post("/pos/{branch}/orders/{order}/hand-over", this::handOver)
        .get("/pos/{branch}/mapping", this::mapping)
        .put("/pos/{branch}/mapping", this::map)
        .post("/pos/{branch}/menu", this::pull)
        .post("/pos/{branch}/menu/apply", this::apply)
        .post("/pos/{branch}/menu/import", this::takeIn);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    List<PosSettings> found =
        database.inRestaurant(
            principal.restaurantId(), transaction -> setup.list(transaction, principal));
    new Exchange(request, response).ok(new Page<>(found, null));
  }

  private void drift(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, WATCHERS);
    Exchange exchange = new Exchange(request, response);
    UUID branch = exchange.query(query -> query.uuid("branch"));
    if (!principal.sees(branch)) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    Set<UUID> branches = branch == null ? principal.branchIds() : Set.of(branch);
    List<PosDrift> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> drifts.open(transaction, principal.restaurantId(), branches));
    exchange.ok(new Page<>(found, null));
  }

  private void keep(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, WRITERS);
    Exchange exchange = new Exchange(request, response);
    UUID branch = branch(exchange, principal);
    PosSettingsRequest wish = exchange.read(PosSettingsRequest.class);
    exchange.ok(setup.keep(principal, branch, wish));
  }

  private void test(ServerRequest request, ServerResponse response) throws InterruptedException {
    Principal principal = access.require(request, WRITERS);
    Exchange exchange = new Exchange(request, response);
    exchange.ok(setup.test(principal.restaurantId(), branch(exchange, principal)));
  }

  private void release(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, WRITERS);
    Exchange exchange = new Exchange(request, response);
    setup.release(principal.restaurantId(), branch(exchange, principal));
    exchange.noContent();
  }

  private void handOver(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, WRITERS);
    Exchange exchange = new Exchange(request, response);
    UUID branch = branch(exchange, principal);
    setup.handOverAgain(principal.restaurantId(), branch, exchange.pathId("order"));
    exchange.noContent();
  }

  private void mapping(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    List<PosMapping> lines = menus.mapping(principal.restaurantId(), branch(exchange, principal));
    exchange.ok(new Page<>(lines, null));
  }

  private void map(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, WRITERS);
    Exchange exchange = new Exchange(request, response);
    UUID branch = branch(exchange, principal);
    PosMappingRequest wish = exchange.read(PosMappingRequest.class);
    exchange.ok(new Page<>(menus.map(principal.restaurantId(), branch, wish), null));
  }

  private void pull(ServerRequest request, ServerResponse response) throws InterruptedException {
    Principal principal = access.require(request, WRITERS);
    Exchange exchange = new Exchange(request, response);
    UUID branch = branch(exchange, principal);
    exchange.ok(new Page<>(menus.pull(principal.restaurantId(), branch), null));
  }

  private void apply(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, WRITERS);
    Exchange exchange = new Exchange(request, response);
    UUID branch = branch(exchange, principal);
    ApplyMenuRequest wish = exchange.read(ApplyMenuRequest.class);
    exchange.ok(new Page<>(menus.apply(principal.restaurantId(), branch, wish.itemIds()), null));
  }

  /// Either `preview=true`, or the `base` of a preview.
  private void takeIn(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, WRITERS);
    Exchange exchange = new Exchange(request, response);
    UUID branch = branch(exchange, principal);
    boolean preview = exchange.query(query -> "true".equals(query.text("preview", 5)));
    Long base = exchange.query(query -> Optional.ofNullable(query.number("base"))).orElse(null);
    if (!preview && base == null) {
      new Faults().add("base", Rule.REQUIRED).throwIfAny();
    }
    TillDishesRequest wish = exchange.read(TillDishesRequest.class);
    exchange.ok(dishes.take(principal.restaurantId(), branch, wish, preview ? null : base));
  }

  /// A branch of somebody else is none.
  private static UUID branch(Exchange exchange, Principal principal) {
    UUID branch = exchange.pathId("branch");
    if (!principal.sees(branch)) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
    return branch;
  }
}
