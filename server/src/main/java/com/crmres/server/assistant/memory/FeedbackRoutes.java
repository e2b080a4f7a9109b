package com.crmres.server.assistant.memory;

import com.crmres.common.assistant.Feedback;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Page;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The path of feedback, under `/v1`.
public final class FeedbackRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AUDITOR};
  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;

  private final Database database;
  private final Feedbacks feedbacks;
  private final Access access;

  public FeedbackRoutes(Database database, Feedbacks feedbacks, Access access) {
    this.database = database;
    this.feedbacks = feedbacks;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/feedback", this::list);
  }

  /// What a list is asked for.
  private record Wish(
      @Nullable UUID branch,
      Set<Sentiment> sentiments,
      boolean openOnly,
      @Nullable UUID after,
      int limit) {}

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    Wish wish =
        exchange.query(query ->
            new Wish(
                query.uuid("branch"),
                query.named("sentiment", Sentiment.class),
                query.integer("open", 0, 1, 0) == 1,
                query.uuid("after"),
                query.integer("limit", 1, HIGHEST_LIMIT, DEFAULT_LIMIT)));
    if (!principal.sees(wish.branch())) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    Set<UUID> branches = wish.branch() == null ? principal.branchIds() : Set.of(wish.branch());
    List<Feedback> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction ->
                feedbacks.list(
                    transaction,
                    principal.restaurantId(),
                    new FeedbackStore.Filter(
                        branches, wish.sentiments(), wish.openOnly(), wish.after(), wish.limit())));
    String next = found.size() < wish.limit() ? null : found.getLast().id().toString();
    exchange.ok(new Page<>(found, next));
  }
}
