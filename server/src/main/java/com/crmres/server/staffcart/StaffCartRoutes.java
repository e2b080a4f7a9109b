package com.crmres.server.staffcart;

import com.crmres.common.identity.Role;
import com.crmres.common.ordering.CartDetails;
import com.crmres.common.ordering.CartStepRequest;
import com.crmres.common.ordering.ChangeCartRequest;
import com.crmres.server.assistant.desk.CartDesk;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.restaurant.Restaurants;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The paths of carts as people see and correct them, under `/v1`.
public final class StaffCartRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};
  private static final Role[] SPEAKERS = {Role.OWNER, Role.MANAGER, Role.AGENT};

  private final Database database;
  private final Conversations conversations;
  private final Access access;
  private final StaffCarts staffCarts;

  public StaffCartRoutes(
      Database database,
      Conversations conversations,
      Carts carts,
      Orders orders,
      Menus menus,
      Restaurants restaurants,
      CartDesk desk,
      CartTaps taps,
      Access access,
      Clock clock) {
    this.database = database;
    this.conversations = conversations;
    this.access = access;
    this.staffCarts =
        new StaffCarts(
            conversations,
            carts,
            orders,
            desk,
            taps,
            new EarlierOrder(orders, carts, menus, restaurants),
            clock);
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/conversations/{id}/cart", this::look)
        .post("/conversations/{id}/cart/changes", this::change)
        .post(
            "/conversations/{id}/cart/read-back",
            (request, response) -> step(request, response, staffCarts::readBack))
        .post(
            "/conversations/{id}/cart/confirm",
            (request, response) -> step(request, response, staffCarts::confirm))
        .post(
            "/conversations/{id}/cart/cancel",
            (request, response) -> step(request, response, staffCarts::cancel))
        .post(
            "/conversations/{id}/cart/repeat",
            (request, response) -> step(request, response, staffCarts::repeat));
  }

  private void look(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    exchange.ok(this.<CartDetails>asked(principal, exchange.pathId("id"), staffCarts::look));
  }

  private void change(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    ChangeCartRequest wish = exchange.read(ChangeCartRequest.class);
    exchange.ok(this.<CartDetails>asked(principal, id, asked -> staffCarts.change(asked, wish)));
  }

  private <T> void step(
      ServerRequest request,
      ServerResponse response,
      BiFunction<StaffCarts.Asked, CartStepRequest, T> step) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    CartStepRequest wish = exchange.read(CartStepRequest.class);
    exchange.ok(this.<T>asked(principal, id, asked -> step.apply(asked, wish)));
  }

  private <T> T asked(Principal principal, UUID id, Function<StaffCarts.Asked, T> work) {
    return database.<T>inRestaurant(
        principal.restaurantId(),
        transaction -> {
          if (conversations
              .find(transaction, principal.restaurantId(), id)
              .filter(conversation -> principal.sees(conversation.branchId()))
              .isEmpty()) {
            throw new ApiException(ErrorCode.NOT_FOUND);
          }
          return work.apply(new StaffCarts.Asked(transaction, principal, id));
        });
  }
}
