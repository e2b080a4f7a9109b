package com.crmres.server.conversation;

import com.crmres.common.customer.CustomerMerge;
import com.crmres.common.customer.MergeProposal;
import com.crmres.common.customer.MergeRequest;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Page;
import com.crmres.server.customer.Customers;
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
import java.util.UUID;

/// The paths of merging customers, under `/v1`.
public final class MergeRoutes implements HttpService {

  private static final Role[] DECIDERS = {Role.OWNER, Role.MANAGER};
  private static final int MOST_PROPOSALS = 200;

  private final Database database;
  private final Customers customers;
  private final Merges merges;
  private final Access access;

  public MergeRoutes(Database database, Customers customers, Merges merges, Access access) {
    this.database = database;
    this.customers = customers;
    this.merges = merges;
    this.access = access;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/customers/merge-proposals", this::proposals)
        .post("/customers/merge-proposals/{id}/dismiss", this::dismiss)
        .post("/customers/merges/{id}/undo", this::undo)
        .post("/customers/{id}/merge", this::merge);
  }

  private void proposals(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, DECIDERS);
    List<MergeProposal> proposals =
        database.inRestaurant(
            principal.restaurantId(),
            transaction ->
                customers.proposals(transaction, principal.restaurantId(), MOST_PROPOSALS));
    new Exchange(request, response).ok(new Page<>(proposals, null));
  }

  private void dismiss(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, DECIDERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    boolean found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> customers.dismiss(transaction, principal.restaurantId(), id));
    if (!found) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
    exchange.noContent();
  }

  private void merge(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, DECIDERS);
    Exchange exchange = new Exchange(request, response);
    UUID absorbed = exchange.pathId("id");
    MergeRequest wish = exchange.read(MergeRequest.class);
    exchange.ok(
        done(
            database.<MergeResult>inRestaurant(
                principal.restaurantId(),
                transaction ->
                    merges.merge(
                        transaction,
                        principal.restaurantId(),
                        absorbed,
                        wish.into(),
                        principal.staffId(),
                        wish.commandId()))));
  }

  private void undo(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, DECIDERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    exchange.ok(
        done(
            database.<MergeResult>inRestaurant(
                principal.restaurantId(),
                transaction ->
                    merges.undo(transaction, principal.restaurantId(), id, principal.staffId()))));
  }

  private static CustomerMerge done(MergeResult result) {
    return switch (result) {
      case MergeResult.Done(CustomerMerge merge) -> merge;
      case MergeResult.NotFound() -> throw new ApiException(ErrorCode.NOT_FOUND);
      case MergeResult.NotPossible() -> throw new ApiException(ErrorCode.MERGE_NOT_POSSIBLE);
      case MergeResult.ChangedSince() -> throw new ApiException(ErrorCode.MERGE_NOT_UNDOABLE);
      case MergeResult.CommandReused() -> throw new ApiException(ErrorCode.COMMAND_REUSED);
    };
  }
}
