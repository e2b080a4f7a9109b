package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.common.assistant.DecideSuggestionRequest.Decision;
import com.crmres.common.identity.Role;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Speaker;
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
import java.util.UUID;

/// The paths of what the assistant suggests, under `/v1`.
public final class SuggestionRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};
  private static final Role[] SPEAKERS = {Role.OWNER, Role.MANAGER, Role.AGENT};
  private static final int LONGEST_TEXT = 4_096;
  private static final int LONGEST_WHY = 500;

  private final Database database;
  private final Conversations conversations;
  private final Suggestions suggestions;
  private final Decisions decisions;
  private final Access access;

  public SuggestionRoutes(
      Database database,
      Conversations conversations,
      Suggestions suggestions,
      Decisions decisions,
      Access access) {
    this.database = database;
    this.conversations = conversations;
    this.suggestions = suggestions;
    this.decisions = decisions;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/conversations/{id}/suggestion", this::waiting)
        .post("/suggestions/{id}/decision", this::decide);
  }

  private void waiting(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    Kept kept =
        database.<Kept>inRestaurant(
            principal.restaurantId(),
            transaction -> {
              Sight.check(conversations, transaction, principal, id);
              return suggestions
                  .waiting(transaction, principal.restaurantId(), id)
                  .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
            });
    exchange.ok(kept.shown(exchange.language()));
  }

  private void decide(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    DecideSuggestionRequest decision = exchange.read(DecideSuggestionRequest.class);
    check(decision);
    Outcome outcome =
        database.<Outcome>inRestaurant(
            principal.restaurantId(),
            transaction -> {
              Kept seen =
                  decisions
                      .find(transaction, principal.restaurantId(), id)
                      .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
              Sight.check(conversations, transaction, principal, seen.conversationId());
              return decisions.decide(
                  transaction,
                  principal.restaurantId(),
                  seen,
                  new Speaker(principal.staffId(), principal.name()),
                  decision);
            });
    exchange.ok(decided(outcome).shown(exchange.language()));
  }

  private static void check(DecideSuggestionRequest decision) {
    Faults faults = new Faults();
    if (decision.decision() == Decision.EDIT) {
      faults.length("text", decision.text(), 1, LONGEST_TEXT);
    } else if (decision.text() != null) {
      faults.add("text", Rule.UNEXPECTED);
    }
    faults.length("why", decision.why(), 0, LONGEST_WHY).throwIfAny();
  }

  private static Kept decided(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(Kept kept) -> kept;
      case Outcome.Overtaken() -> throw new ApiException(ErrorCode.SUGGESTION_OVERTAKEN);
      case Outcome.DecidedAlready() -> throw new ApiException(ErrorCode.SUGGESTION_DECIDED);
      case Outcome.CommandReused() -> throw new ApiException(ErrorCode.COMMAND_REUSED);
      case Outcome.WindowClosed() -> throw new ApiException(ErrorCode.WINDOW_CLOSED);
    };
  }
}
