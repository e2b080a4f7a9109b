package com.crmres.server.pos;

import com.crmres.common.identity.Role;
import com.crmres.common.task.DoneTaskRequest;
import com.crmres.common.task.TaskDetails;
import com.crmres.common.task.TaskKind;
import com.crmres.common.wire.Page;
import com.crmres.server.database.Database;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Faults;
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

/// The paths of what people have to do, under `/v1/tasks`.
public final class TaskRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};
  private static final Role[] DOERS = {Role.OWNER, Role.MANAGER, Role.AGENT};
  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;
  private static final int SHORTEST_PROOF = 3;
  private static final int LONGEST_PROOF = 500;

  private final Database database;
  private final Tasks tasks;
  private final TaskResults results;
  private final Access access;

  TaskRoutes(Database database, Tasks tasks, TaskResults results, Access access) {
    this.database = database;
    this.tasks = tasks;
    this.results = results;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/tasks", this::list).post("/tasks/{id}/done", this::done);
  }

  /// Which tasks are asked for.
  private record Wish(
      @Nullable UUID branch, Set<TaskKind> kinds, boolean open, int limit, @Nullable UUID after) {}

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    Wish wish =
        exchange.query(query ->
            new Wish(
                query.uuid("branch"),
                query.named("kind", TaskKind.class),
                query.integer("open", 0, 1, 1) == 1,
                query.integer("limit", 1, HIGHEST_LIMIT, DEFAULT_LIMIT),
                query.uuid("after")));
    if (!principal.sees(wish.branch())) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    Set<UUID> branches = wish.branch() == null ? principal.branchIds() : Set.of(wish.branch());
    Tasks.Filter filter =
        new Tasks.Filter(branches, wish.kinds(), wish.open(), wish.after(), wish.limit());
    List<TaskDetails> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> tasks.list(transaction, principal.restaurantId(), filter));
    String next = found.size() < wish.limit() ? null : found.getLast().id().toString();
    exchange.ok(new Page<>(found, next));
  }

  private void done(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, DOERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    String proof = exchange.read(DoneTaskRequest.class).proof();
    new Faults().length("proof", proof, SHORTEST_PROOF, LONGEST_PROOF).throwIfAny();
    exchange.ok(
        database.<TaskDetails>inRestaurant(
            principal.restaurantId(),
            transaction -> results.finish(transaction, principal, id, proof.strip())));
  }
}
