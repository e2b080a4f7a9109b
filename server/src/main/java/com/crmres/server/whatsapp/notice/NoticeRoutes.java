package com.crmres.server.whatsapp.notice;

import com.crmres.common.channel.ChannelNotice;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Page;
import com.crmres.server.database.Database;
import com.crmres.server.http.Exchange;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The path of what managers must know of the channel, under `/v1`.
public final class NoticeRoutes implements HttpService {

  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;

  private final Database database;
  private final Notices notices;
  private final Access access;

  public NoticeRoutes(Database database, Notices notices, Access access) {
    this.database = database;
    this.notices = notices;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/channel/notices", this::list);
  }

  /// Which part of the list is asked for.
  private record Wish(int limit, @Nullable UUID after) {}

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, Role.OWNER, Role.MANAGER, Role.AUDITOR);
    Exchange exchange = new Exchange(request, response);
    Wish wish =
        exchange.query(query ->
            new Wish(query.integer("limit", 1, HIGHEST_LIMIT, DEFAULT_LIMIT), query.uuid("after")));
    List<ChannelNotice> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction ->
                notices.list(transaction, principal.restaurantId(), wish.after(), wish.limit()));
    String next = found.size() < wish.limit() ? null : found.getLast().id().toString();
    exchange.ok(new Page<>(found, next));
  }
}
