package com.crmres.server.kitchen.board;

import com.crmres.common.identity.Role;
import com.crmres.common.wire.Page;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.restaurant.Restaurants;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The paths of what the kitchen's screens show, under `/v1`.
public final class BoardRoutes implements HttpService {

  private static final Role[] READERS = {
    Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN, Role.AUDITOR
  };
  private static final int MOST_WASTE = 200;

  private final Database database;
  private final Board board;
  private final Access access;
  private final Clock clock;
  private final BoardStore store = new BoardStore();

  public BoardRoutes(Database database, Restaurants restaurants, Access access, Clock clock) {
    this.database = database;
    this.board = new Board(restaurants, clock);
    this.access = access;
    this.clock = clock;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/kitchen/tickets", (request, response) -> list(request, response, board::open))
        .get("/kitchen/scheduled", (request, response) -> list(request, response, board::scheduled))
        .get("/kitchen/recall", (request, response) -> list(request, response, board::recall))
        .get("/kitchen/orders", (request, response) -> list(request, response, board::orders))
        .get("/kitchen/all-day", this::allDay)
        .get("/kitchen/waste", this::waste)
        .get("/kitchen/stats", this::stats);
  }

  /// What a list is asked for.
  private record Wish(
      @Nullable UUID branch, @Nullable UUID station, int modifiers, @Nullable Instant since) {}

  private <T> void list(
      ServerRequest request,
      ServerResponse response,
      BiFunction<Transaction, Board.Place, List<T>> content) {
    answer(
        request, response, (transaction, asked) -> page(content.apply(transaction, asked.place())));
  }

  private void allDay(ServerRequest request, ServerResponse response) {
    answer(
        request,
        response,
        (transaction, asked) ->
            page(
                store.allDay(
                    transaction,
                    asked.place(),
                    board.dayOf(transaction, asked.place()),
                    asked.wish().modifiers() == 1)));
  }

  private void waste(ServerRequest request, ServerResponse response) {
    answer(
        request,
        response,
        (transaction, asked) -> {
          Instant since = asked.wish().since();
          return page(
              store.waste(
                  transaction,
                  asked.place(),
                  since == null ? board.dayOf(transaction, asked.place()) : since,
                  MOST_WASTE));
        });
  }

  private void stats(ServerRequest request, ServerResponse response) {
    answer(
        request,
        response,
        (transaction, asked) ->
            store.stats(
                transaction,
                asked.place(),
                board.dayOf(transaction, asked.place()),
                clock.instant()));
  }

  /// A wish, and where it looks.
  private record Asked(Wish wish, Board.Place place) {}

  private void answer(
      ServerRequest request,
      ServerResponse response,
      BiFunction<Transaction, Asked, Object> content) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    Wish wish =
        exchange.query(query ->
            new Wish(
                query.uuid("branch"),
                query.uuid("station"),
                query.integer("modifiers", 0, 1, 0),
                query.instant("since")));
    UUID branchId = wish.branch();
    if (branchId == null) {
      throw new ApiException(
          ErrorCode.INVALID_INPUT, List.of(new Fault("branch", Rule.REQUIRED, List.of())));
    }
    if (!principal.sees(branchId)) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    Asked asked =
        new Asked(wish, new Board.Place(principal.restaurantId(), branchId, wish.station()));
    exchange.ok(
        database.<Object>inRestaurant(
            principal.restaurantId(), transaction -> content.apply(transaction, asked)));
  }

  private static Object page(List<?> items) {
    return new Page<>(items, null);
  }
}
