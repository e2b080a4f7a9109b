package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.TurnRecord;
import com.crmres.common.assistant.UsageLine;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Page;
import com.crmres.server.assistant.TurnLog;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Database;
import com.crmres.server.http.Exchange;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The paths of what the assistant made of turns, and what that took, under `/v1`.
public final class LogRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AUDITOR};
  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;
  private static final int DEFAULT_DAYS = 30;
  private static final int MOST_DAYS = 92;

  private final Database database;
  private final Conversations conversations;
  private final TurnLog log;
  private final Access access;
  private final Clock clock;

  public LogRoutes(
      Database database, Conversations conversations, TurnLog log, Access access, Clock clock) {
    this.database = database;
    this.conversations = conversations;
    this.log = log;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/conversations/{id}/turns", this::turns).get("/assistant/usage", this::usage);
  }

  /// A part of the turns.
  private record Wish(int limit, @Nullable UUID after) {}

  private void turns(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    Wish wish =
        exchange.query(query ->
            new Wish(query.integer("limit", 1, HIGHEST_LIMIT, DEFAULT_LIMIT), query.uuid("after")));
    List<TurnRecord> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              Sight.check(conversations, transaction, principal, id);
              return log.turns(
                  transaction, principal.restaurantId(), id, wish.after(), wish.limit());
            });
    String next = found.size() < wish.limit() ? null : found.getLast().id().toString();
    exchange.ok(new Page<>(found, next));
  }

  private void usage(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    int days = exchange.query(query -> query.integer("days", 1, MOST_DAYS, DEFAULT_DAYS));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Instant since = today.minusDays(days - 1L).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<UsageLine> lines =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> log.usage(transaction, principal.restaurantId(), since));
    exchange.ok(new Page<>(lines, null));
  }
}
