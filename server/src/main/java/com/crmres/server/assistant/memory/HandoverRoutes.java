package com.crmres.server.assistant.memory;

import com.crmres.common.assistant.Handover;
import com.crmres.common.identity.Role;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.UUID;

/// The path of handings over, under `/v1`.
public final class HandoverRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};

  private final Database database;
  private final Conversations conversations;
  private final Briefing briefing;
  private final Access access;

  public HandoverRoutes(
      Database database, Conversations conversations, Briefing briefing, Access access) {
    this.database = database;
    this.conversations = conversations;
    this.briefing = briefing;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/conversations/{id}/handover", this::newest);
  }

  private void newest(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    exchange.ok(
        database.<Handover>inRestaurant(
            principal.restaurantId(),
            transaction ->
                conversations
                    .find(transaction, principal.restaurantId(), id)
                    .filter(conversation -> principal.sees(conversation.branchId()))
                    .flatMap(_ ->
                        briefing.newest(
                            transaction, principal.restaurantId(), id, exchange.language()))
                    .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND))));
  }
}
