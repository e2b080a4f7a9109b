package com.crmres.server.search;

import com.crmres.common.identity.Role;
import com.crmres.common.search.SearchHit;
import com.crmres.common.search.SearchKind;
import com.crmres.common.wire.Page;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The path of searching, under `/v1`.
public final class SearchRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};
  private static final int LONGEST_TEXT = 100;
  private static final int LONGEST_PLACE = 100;
  private static final int DEFAULT_LIMIT = 30;
  private static final int HIGHEST_LIMIT = 100;

  private final Database database;
  private final Access access;
  private final Search search = new Search();

  public SearchRoutes(Database database, Access access) {
    this.database = database;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/search", this::find);
  }

  private record Wish(
      @Nullable UUID branch,
      @Nullable String text,
      Set<SearchKind> kinds,
      int limit,
      @Nullable String after) {}

  private void find(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    Wish wish =
        exchange.query(query ->
            new Wish(
                query.uuid("branch"),
                query.text("text", LONGEST_TEXT),
                query.named("kind", SearchKind.class),
                query.integer("limit", 1, HIGHEST_LIMIT, DEFAULT_LIMIT),
                query.text("after", LONGEST_PLACE)));
    if (!principal.sees(wish.branch())) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    if (wish.text() == null) {
      new Faults().add("text", Rule.REQUIRED).throwIfAny();
    }
    Search.Place after = wish.after() == null ? null : place(wish.after());
    Set<UUID> branches = wish.branch() == null ? principal.branchIds() : Set.of(wish.branch());
    List<SearchHit> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction ->
                search.find(
                    transaction,
                    principal.restaurantId(),
                    branches,
                    Objects.requireNonNull(wish.text()),
                    wish.kinds(),
                    after,
                    wish.limit()));
    exchange.ok(new Page<>(found, found.size() < wish.limit() ? null : text(found.getLast())));
  }

  /// Where the next page begins, as it is written in `after`.
  private static String text(SearchHit last) {
    return last.at() + "_" + last.id();
  }

  private static Search.Place place(String text) {
    int between = text.indexOf('_');
    Optional<Instant> at = between < 0 ? Optional.empty() : moment(text.substring(0, between));
    Optional<UUID> id = Exchange.uuid(text.substring(between + 1));
    if (at.isEmpty() || id.isEmpty()) {
      new Faults().add("after", Rule.SHAPE).throwIfAny();
    }
    return new Search.Place(at.orElseThrow(), id.orElseThrow());
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
