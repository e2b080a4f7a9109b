package com.crmres.server.timeline;

import com.crmres.common.conversation.TimelineEntry;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Page;
import com.crmres.server.conversation.Conversations;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The path of what happened in a conversation, under `/v1`.
public final class TimelineRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};
  private static final int LONGEST_PLACE = 120;
  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;

  private final Database database;
  private final Conversations conversations;
  private final Access access;
  private final Timeline timeline = new Timeline();

  public TimelineRoutes(Database database, Conversations conversations, Access access) {
    this.database = database;
    this.conversations = conversations;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/conversations/{id}/timeline", this::entries);
  }

  private record Wish(int limit, @Nullable String after) {}

  private void entries(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    Wish wish =
        exchange.query(query ->
            new Wish(
                query.integer("limit", 1, HIGHEST_LIMIT, DEFAULT_LIMIT),
                query.text("after", LONGEST_PLACE)));
    Timeline.Place after = wish.after() == null ? null : place(wish.after());
    List<TimelineEntry> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              if (conversations
                  .find(transaction, principal.restaurantId(), id)
                  .filter(conversation -> principal.sees(conversation.branchId()))
                  .isEmpty()) {
                throw new ApiException(ErrorCode.NOT_FOUND);
              }
              return timeline.of(
                  transaction,
                  principal.restaurantId(),
                  id,
                  principal.branchIds(),
                  after,
                  wish.limit());
            });
    exchange.ok(new Page<>(found, found.size() < wish.limit() ? null : text(found.getLast())));
  }

  /// Where the next page begins, as it is written in `after`.
  private static String text(TimelineEntry last) {
    return last.at() + "_" + last.id();
  }

  private static Timeline.Place place(String text) {
    int between = text.indexOf('_');
    try {
      return new Timeline.Place(
          Instant.parse(text.substring(0, Math.max(between, 0))), text.substring(between + 1));
    } catch (DateTimeException _) {
      Faults faults = new Faults().add("after", Rule.SHAPE);
      throw new ApiException(ErrorCode.INVALID_INPUT, faults.found());
    }
  }
}
