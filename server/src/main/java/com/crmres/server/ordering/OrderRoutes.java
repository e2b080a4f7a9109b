package com.crmres.server.ordering;

import com.crmres.common.identity.Role;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderEvent;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
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
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The paths of orders, under `/v1`.
public final class OrderRoutes implements HttpService {

  private static final Role[] READERS = {
    Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN, Role.AUDITOR
  };
  private static final Role[] MOVERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN};
  private static final Set<OrderAction> OF_THE_KITCHEN =
      EnumSet.of(
          OrderAction.FIRE,
          OrderAction.START_PREPARING,
          OrderAction.MARK_READY,
          OrderAction.UNDO_READY);

  /// What takes back what is over, or gives money back.
  private static final Set<OrderAction> OF_MANAGERS =
      EnumSet.of(OrderAction.RESTORE, OrderAction.REFUND, OrderAction.SETTLE_REFUND);

  private static final Set<Role> MANAGERS = EnumSet.of(Role.OWNER, Role.MANAGER);
  private static final int DEFAULT_LIMIT = 100;
  private static final int HIGHEST_LIMIT = 200;

  private final Database database;
  private final Orders orders;
  private final Access access;

  public OrderRoutes(Database database, Orders orders, Access access) {
    this.database = database;
    this.orders = orders;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/orders", this::list)
        .get("/orders/{id}", this::one)
        .get("/orders/{id}/events", this::events)
        .post("/orders/{id}/changes", this::change);
  }

  /// What a list is asked for.
  private record Wish(
      @Nullable UUID branch, Set<OrderStatus> statuses, int limit, @Nullable UUID after) {}

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    Wish wish =
        exchange.query(query ->
            new Wish(
                query.uuid("branch"),
                query.named("status", OrderStatus.class),
                query.integer("limit", 1, HIGHEST_LIMIT, DEFAULT_LIMIT),
                query.uuid("after")));
    if (!principal.sees(wish.branch())) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    Set<UUID> branches = wish.branch() == null ? principal.branchIds() : Set.of(wish.branch());
    List<OrderSummary> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction ->
                orders.list(
                    transaction,
                    principal.restaurantId(),
                    branches,
                    wish.statuses(),
                    wish.after(),
                    wish.limit()));
    String next = found.size() < wish.limit() ? null : found.getLast().id().toString();
    exchange.ok(new Page<>(found, next));
  }

  private void one(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    exchange.ok(
        database.<OrderSummary>inRestaurant(
            principal.restaurantId(), transaction -> visible(transaction, principal, id)));
  }

  private void events(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    List<OrderEvent> life =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              visible(transaction, principal, id);
              return orders.events(transaction, principal.restaurantId(), id);
            });
    exchange.ok(new Page<>(life, null));
  }

  private void change(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, MOVERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    ChangeOrderRequest wish = exchange.read(ChangeOrderRequest.class);
    OrderCommand command = StaffWish.command(wish);
    if (!may(principal.role(), wish.action())) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    Once once = new Once(wish.commandId(), wish.expectedVersion());
    OrderResult result =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              visible(transaction, principal, id);
              Actor actor = Actor.staff(principal.staffId(), StaffWish.device(wish));
              return orders.apply(transaction, principal.restaurantId(), id, command, actor, once);
            });
    exchange.ok(moved(result));
  }

  private static boolean may(Role role, OrderAction action) {
    return role == Role.KITCHEN
        ? OF_THE_KITCHEN.contains(action)
        : MANAGERS.contains(role) || !OF_MANAGERS.contains(action);
  }

  /// An order of another branch is none to whoever may not see it.
  private OrderSummary visible(Transaction transaction, Principal principal, UUID id) {
    return orders
        .find(transaction, principal.restaurantId(), id)
        .filter(order -> principal.sees(order.branchId()))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  /// The order as it is now.
  ///
  /// @throws ApiException if it did not move
  static OrderSummary moved(OrderResult result) {
    return switch (result) {
      case OrderResult.Moved(OrderSummary order) -> order;
      case OrderResult.NotAllowed(_, Refusal refusal) ->
          throw new ApiException(
              ErrorCode.MOVE_NOT_ALLOWED, new Faults().add("action", rule(refusal)).found());
      case OrderResult.ChangedMeanwhile _ -> throw new ApiException(ErrorCode.CHANGED_MEANWHILE);
      case OrderResult.CommandReused _ -> throw new ApiException(ErrorCode.COMMAND_REUSED);
      case OrderResult.NotFound _ -> throw new ApiException(ErrorCode.NOT_FOUND);
    };
  }

  /// The rule a refused move offends against.
  public static Rule rule(Refusal refusal) {
    return switch (refusal) {
      case WRONG_STATE -> Rule.MOVE_OUT_OF_STATE;
      case TOO_LATE -> Rule.MOVE_TOO_LATE;
      case NEVER_ACCEPTED -> Rule.MOVE_NEVER_ACCEPTED;
      case ALREADY_DONE -> Rule.MOVE_DONE_BEFORE;
      case TOO_MUCH -> Rule.MOVE_TOO_MUCH;
      case IN_THE_PAST -> Rule.MOVE_INTO_PAST;
      case NOT_OFFERED -> Rule.MOVE_NOT_OFFERED;
      case NOT_THERE -> Rule.MOVE_NOT_THERE;
      case NO_ROOM -> Rule.MOVE_NO_ROOM;
    };
  }
}
