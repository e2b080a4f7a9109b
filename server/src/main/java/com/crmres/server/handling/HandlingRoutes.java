package com.crmres.server.handling;

import com.crmres.common.conversation.AssignRequest;
import com.crmres.common.conversation.ConversationCounts;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.LabelRequest;
import com.crmres.common.conversation.PriorityRequest;
import com.crmres.common.conversation.SnoozeRequest;
import com.crmres.common.conversation.UnreadRequest;
import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.Role;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.wire.Page;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Speaker;
import com.crmres.server.database.Database;
import com.crmres.server.event.EventLog;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.identity.Staffs;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The paths of what staff arrange among themselves, under `/v1`.
public final class HandlingRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};
  private static final Role[] SPEAKERS = {Role.OWNER, Role.MANAGER, Role.AGENT};

  private final Conversations conversations;
  private final Staffs staffs;
  private final EventLog events;
  private final Access access;
  private final Clock clock;
  private final Room room;
  private final Arrangements arrangements;

  public HandlingRoutes(
      Database database,
      Conversations conversations,
      Staffs staffs,
      EventLog events,
      Access access,
      Clock clock) {
    this.conversations = conversations;
    this.staffs = staffs;
    this.events = events;
    this.access = access;
    this.clock = clock;
    this.room = new Room(database, conversations);
    this.arrangements = new Arrangements(conversations, clock);
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/colleagues", this::colleagues)
        .get("/labels", this::labels)
        .get("/conversation-counts", this::counts)
        .post("/conversations/{id}/assign", this::assign)
        .post("/conversations/{id}/snooze", this::snooze)
        .post("/conversations/{id}/priority", this::prioritise)
        .post("/conversations/{id}/labels", this::label)
        .post("/conversations/{id}/unread", this::mark)
        .post("/conversations/{id}/writing", this::writing);
  }

  private void colleagues(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    List<Colleague> found =
        room.asked(
            principal, asked -> staffs.colleagues(asked.transaction(), asked.restaurantId()));
    new Exchange(request, response).ok(new Page<>(found, null));
  }

  private void labels(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    List<String> found =
        room.asked(
            principal, asked -> arrangements.labels(asked.transaction(), asked.restaurantId()));
    new Exchange(request, response).ok(new Page<>(found, null));
  }

  private void counts(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    @Nullable UUID branch = exchange.query(query -> query.uuid("branch"));
    if (!principal.sees(branch)) {
      throw new ApiException(ErrorCode.NOT_ALLOWED);
    }
    Set<UUID> branches = branch == null ? principal.branchIds() : Set.of(branch);
    ConversationCounts counts =
        room.asked(
            principal, asked -> arrangements.counts(asked.transaction(), principal, branches));
    exchange.ok(counts);
  }

  private void assign(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    AssignRequest wish = exchange.read(AssignRequest.class);
    ConversationSummary assigned =
        room.asked(
            principal,
            asked -> {
              ConversationSummary conversation = room.visible(asked, id);
              Speaker speaker = colleague(asked, wish.staffId(), conversation.branchId());
              return conversations.takeOver(asked.transaction(), asked.restaurantId(), id, speaker);
            });
    exchange.ok(assigned);
  }

  private Speaker colleague(Room.Asked asked, UUID staffId, @Nullable UUID branchId) {
    return staffs.colleagues(asked.transaction(), asked.restaurantId()).stream()
        .filter(colleague -> colleague.id().equals(staffId))
        .filter(colleague -> Colleagues.speaks(colleague, branchId))
        .map(colleague -> new Speaker(colleague.id(), colleague.name()))
        .findFirst()
        .orElseThrow(() ->
            new ApiException(
                ErrorCode.INVALID_INPUT, new Faults().add("staffId", Rule.UNKNOWN).found()));
  }

  private void snooze(ServerRequest request, ServerResponse response) {
    SnoozeRequest wish = new Exchange(request, response).read(SnoozeRequest.class);
    rearrange(
        request,
        response,
        (asked, id) ->
            arrangements.snooze(asked.transaction(), asked.restaurantId(), id, wish.minutes()));
  }

  private void prioritise(ServerRequest request, ServerResponse response) {
    PriorityRequest wish = new Exchange(request, response).read(PriorityRequest.class);
    rearrange(
        request,
        response,
        (asked, id) ->
            arrangements.prioritise(
                asked.transaction(), asked.restaurantId(), id, wish.priority()));
  }

  private void label(ServerRequest request, ServerResponse response) {
    LabelRequest wish = new Exchange(request, response).read(LabelRequest.class);
    rearrange(
        request,
        response,
        (asked, id) -> arrangements.label(asked.transaction(), asked.restaurantId(), id, wish));
  }

  private void mark(ServerRequest request, ServerResponse response) {
    UnreadRequest wish = new Exchange(request, response).read(UnreadRequest.class);
    rearrange(
        request,
        response,
        (asked, id) ->
            arrangements.mark(asked.transaction(), asked.restaurantId(), id, wish.unread()));
  }

  private interface Rearranging {
    ConversationSummary apply(Room.Asked asked, UUID conversationId);
  }

  private void rearrange(ServerRequest request, ServerResponse response, Rearranging change) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    exchange.ok(
        room.asked(
            principal,
            asked -> {
              room.visible(asked, id);
              return change.apply(asked, id);
            }));
  }

  private void writing(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    room.asked(
        principal,
        asked -> {
          ConversationSummary conversation = room.visible(asked, id);
          events.append(
              asked.transaction(),
              asked.restaurantId(),
              conversation.branchId(),
              new LiveEvent.StaffWrites(
                  id, principal.staffId(), principal.name(), clock.instant()));
          return conversation;
        });
    exchange.noContent();
  }
}
