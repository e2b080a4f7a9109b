package com.crmres.server.conversation;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.MessageVersion;
import com.crmres.common.conversation.Priority;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Page;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.QueryParameters;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The paths of conversations, under `/v1`.
public final class ConversationRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};
  private static final Role[] AUDITORS = {Role.OWNER, Role.MANAGER, Role.AUDITOR};
  private static final Role[] SPEAKERS = {Role.OWNER, Role.MANAGER, Role.AGENT};
  private static final int LONGEST_SEARCH = 100;
  private static final int LONGEST_LABEL = 30;
  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;

  private final Database database;
  private final Conversations conversations;
  private final MessageChanges changes;
  private final Access access;
  private final Clock clock;

  public ConversationRoutes(
      Database database,
      Conversations conversations,
      MessageChanges changes,
      Access access,
      Clock clock) {
    this.database = database;
    this.conversations = conversations;
    this.changes = changes;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/conversations", this::list)
        .get("/conversations/{id}", this::one)
        .get("/conversations/{id}/messages", this::messages)
        .get("/conversations/{id}/messages/{message}/versions", this::versions)
        .post("/conversations/{id}/replies", this::reply)
        .post("/conversations/{id}/take-over", this::takeOver)
        .post("/conversations/{id}/hand-back", this::handBack)
        .post("/conversations/{id}/resolve", this::resolve);
  }

  /// What a list is asked for.
  private record Wish(
      @Nullable UUID branch, Selection selection, int limit, @Nullable UUID after) {}

  private void list(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    Wish wish = exchange.query(query -> wish(principal, query));
    if (!principal.sees(wish.branch())) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    List<ConversationSummary> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction ->
                conversations
                    .transcript()
                    .list(
                        transaction,
                        principal.restaurantId(),
                        wish.selection(),
                        wish.after(),
                        wish.limit()));
    String next = found.size() < wish.limit() ? null : found.getLast().id().toString();
    exchange.ok(new Page<>(found, next));
  }

  private Wish wish(Principal principal, QueryParameters query) {
    UUID branch = query.uuid("branch");
    Selection selection =
        new Selection(
            branch == null ? principal.branchIds() : Set.of(branch),
            query.named("status", ConversationStatus.class),
            query.text("search", LONGEST_SEARCH),
            query.namedOrNull("answerer", Answerer.class),
            query.uuid("assignee"),
            Boolean.TRUE.equals(query.flag("unassigned")),
            query.text("label", LONGEST_LABEL),
            query.named("priority", Priority.class),
            query.flag("asleep"),
            clock.instant());
    return new Wish(
        branch,
        selection,
        query.integer("limit", 1, HIGHEST_LIMIT, DEFAULT_LIMIT),
        query.uuid("after"));
  }

  private void one(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    exchange.ok(
        database.<ConversationSummary>inRestaurant(
            principal.restaurantId(), transaction -> visible(transaction, principal, id)));
  }

  /// Which part of a thread is asked for.
  private record MessagePage(int limit, @Nullable Long before) {}

  private void messages(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    MessagePage page =
        exchange.query(query ->
            new MessagePage(
                query.integer("limit", 1, HIGHEST_LIMIT, DEFAULT_LIMIT), query.number("before")));
    List<MessageDetails> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              visible(transaction, principal, id);
              return conversations
                  .transcript()
                  .messages(transaction, principal.restaurantId(), id, page.before(), page.limit());
            });
    String next = found.size() < page.limit() ? null : Long.toString(found.getLast().sequence());
    exchange.ok(new Page<>(found, next));
  }

  private void versions(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, AUDITORS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    UUID messageId = exchange.pathId("message");
    List<MessageVersion> found =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              visible(transaction, principal, id);
              return changes
                  .find(transaction, principal.restaurantId(), id, messageId)
                  .map(message -> changes.versions(transaction, principal.restaurantId(), message))
                  .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
            });
    exchange.ok(new Page<>(found, null));
  }

  private void reply(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    ReplyRequest reply = exchange.read(ReplyRequest.class);
    ReplyResult result =
        database.inRestaurant(
            principal.restaurantId(),
            transaction -> {
              visible(transaction, principal, id);
              return conversations.reply(
                  transaction, principal.restaurantId(), id, speaker(principal), reply);
            });
    exchange.accepted(ReplyFaults.messageOf(result, ""));
  }

  private void takeOver(ServerRequest request, ServerResponse response) {
    change(
        request,
        response,
        change ->
            conversations.takeOver(
                change.transaction(),
                change.restaurantId(),
                change.conversationId(),
                change.speaker()));
  }

  private void handBack(ServerRequest request, ServerResponse response) {
    change(
        request,
        response,
        change ->
            conversations.handBack(
                change.transaction(),
                change.restaurantId(),
                change.conversationId(),
                change.speaker()));
  }

  private void resolve(ServerRequest request, ServerResponse response) {
    change(
        request,
        response,
        change ->
            conversations.resolve(
                change.transaction(),
                change.restaurantId(),
                change.conversationId(),
                change.speaker()));
  }

  /// A change that a staff member asked for, in its transaction.
  private record Change(
      Transaction transaction, UUID restaurantId, UUID conversationId, Speaker speaker) {}

  private void change(
      ServerRequest request,
      ServerResponse response,
      Function<Change, ConversationSummary> change) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    exchange.ok(
        database.<ConversationSummary>inRestaurant(
            principal.restaurantId(),
            transaction -> {
              visible(transaction, principal, id);
              return change.apply(
                  new Change(transaction, principal.restaurantId(), id, speaker(principal)));
            }));
  }

  private ConversationSummary visible(Transaction transaction, Principal principal, UUID id) {
    return visible(conversations, transaction, principal, id);
  }

  /// A conversation, if the person may see it.
  static ConversationSummary visible(
      Conversations conversations, Transaction transaction, Principal principal, UUID id) {
    return conversations
        .find(transaction, principal.restaurantId(), id)
        .filter(conversation -> principal.sees(conversation.branchId()))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  private static Speaker speaker(Principal principal) {
    return new Speaker(principal.staffId(), principal.name());
  }
}
