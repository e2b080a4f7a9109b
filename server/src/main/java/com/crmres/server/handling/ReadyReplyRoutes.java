package com.crmres.server.handling;

import com.crmres.common.conversation.FilledReply;
import com.crmres.common.conversation.ReadyReply;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Page;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Database;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.ordering.Orders;
import com.crmres.server.restaurant.Restaurants;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;

/// The paths of replies that lie ready, under `/v1`.
public final class ReadyReplyRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};
  private static final Role[] SPEAKERS = {Role.OWNER, Role.MANAGER, Role.AGENT};
  private static final Role[] MANAGERS = {Role.OWNER, Role.MANAGER};

  private final Database database;
  private final Access access;
  private final Room room;
  private final ReadyReplies replies;

  public ReadyReplyRoutes(
      Database database,
      Conversations conversations,
      Orders orders,
      Restaurants restaurants,
      Access access) {
    this.database = database;
    this.access = access;
    this.room = new Room(database, conversations);
    this.replies = new ReadyReplies(conversations, orders, restaurants);
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/conversations/{id}/ready-replies", this::filledReplies)
        .get("/ready-replies", this::readyReplies)
        .put("/ready-replies/{id}", this::keepReply)
        .delete("/ready-replies/{id}", this::dropReply);
  }

  private void filledReplies(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    List<FilledReply> found =
        room.asked(
            principal,
            asked -> {
              room.visible(asked, id);
              return replies.filled(asked.transaction(), principal, id);
            });
    exchange.ok(new Page<>(found, null));
  }

  private void readyReplies(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    List<ReadyReply> found =
        room.asked(principal, asked -> replies.all(asked.transaction(), asked.restaurantId()));
    new Exchange(request, response).ok(new Page<>(found, null));
  }

  private void keepReply(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, MANAGERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    ReadyReply reply = exchange.read(ReadyReply.class);
    if (!reply.id().equals(id)) {
      new Faults().add("id", Rule.UNEXPECTED).throwIfAny();
    }
    exchange.ok(
        room.asked(
            principal, asked -> replies.save(asked.transaction(), asked.restaurantId(), reply)));
  }

  private void dropReply(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, MANAGERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    database.changeRestaurant(
        principal.restaurantId(),
        transaction -> replies.delete(transaction, principal.restaurantId(), id));
    exchange.noContent();
  }
}
