package com.crmres.server.conversation;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.FittingTemplate;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReactionRequest;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.conversation.StatusEntry;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Page;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/// The paths by which staff speak to a customer in more than plain words, under `/v1`.
public final class SendingRoutes implements HttpService {

  private static final Role[] SPEAKERS = {Role.OWNER, Role.MANAGER, Role.AGENT};
  private static final Role[] MANAGERS = {Role.OWNER, Role.MANAGER};

  private final Database database;
  private final Conversations conversations;
  private final Presence presence;
  private final FileRights fileRights;
  private final Access access;

  public SendingRoutes(
      Database database,
      Conversations conversations,
      Presence presence,
      FileRights fileRights,
      Access access) {
    this.database = database;
    this.conversations = conversations;
    this.presence = presence;
    this.fileRights = fileRights;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/conversations/{id}/messages", this::send)
        .post("/conversations/{id}/messages/{message}/reaction", this::react)
        .get("/conversations/{id}/messages/{message}/statuses", this::statuses)
        .get("/conversations/{id}/templates", this::templates)
        .post(
            "/conversations/{id}/read",
            (request, response) -> show(request, response, presence::read))
        .post(
            "/conversations/{id}/typing",
            (request, response) -> show(request, response, presence::typing));
  }

  private void send(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    SendRequest asked = exchange.read(SendRequest.class);
    ReplyResult result =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              visible(transaction, principal, id);
              fileRights.check(transaction, principal, asked.content());
              return conversations.send(
                  transaction, principal.restaurantId(), id, speaker(principal), asked);
            });
    exchange.accepted(ReplyFaults.messageOf(result, "content"));
  }

  private void react(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    UUID messageId = exchange.pathId("message");
    ReactionRequest asked = exchange.read(ReactionRequest.class);
    ReplyResult result =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              message(transaction, principal, id, messageId);
              return conversations.react(
                  transaction, principal.restaurantId(), id, speaker(principal), messageId, asked);
            });
    exchange.accepted(ReplyFaults.messageOf(result, ""));
  }

  private void statuses(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, MANAGERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    UUID messageId = exchange.pathId("message");
    List<StatusEntry> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              message(transaction, principal, id, messageId);
              return conversations
                  .transcript()
                  .statuses(transaction, principal.restaurantId(), messageId);
            });
    exchange.ok(new Page<>(found, null));
  }

  private void templates(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    List<FittingTemplate> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              visible(transaction, principal, id);
              return conversations.fittingTemplates(transaction, principal.restaurantId(), id);
            });
    exchange.ok(new Page<>(found, null));
  }

  private void show(ServerRequest request, ServerResponse response, BiConsumer<UUID, UUID> sign) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    database.<ConversationSummary>inRestaurant(
        principal.restaurantId(), transaction -> visible(transaction, principal, id));
    sign.accept(principal.restaurantId(), id);
    exchange.noContent();
  }

  private ConversationSummary visible(Transaction transaction, Principal principal, UUID id) {
    return ConversationRoutes.visible(conversations, transaction, principal, id);
  }

  private MessageDetails message(
      Transaction transaction, Principal principal, UUID id, UUID messageId) {
    visible(transaction, principal, id);
    return conversations
        .transcript()
        .message(transaction, principal.restaurantId(), messageId)
        .filter(message -> message.conversationId().equals(id))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  private static Speaker speaker(Principal principal) {
    return new Speaker(principal.staffId(), principal.name());
  }
}
