package com.crmres.server.handling;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.WriteNoteRequest;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Page;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.event.EventLog;
import com.crmres.server.http.Exchange;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.Principal;
import com.crmres.server.identity.Staffs;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The paths of notes and of those whom they call, under `/v1`.
public final class NoteRoutes implements HttpService {

  private static final Role[] READERS = {Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR};
  private static final Role[] SPEAKERS = {Role.OWNER, Role.MANAGER, Role.AGENT};
  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;

  private final Database database;
  private final Access access;
  private final Room room;
  private final Notes notes;

  public NoteRoutes(
      Database database,
      Conversations conversations,
      Staffs staffs,
      EventLog events,
      Access access,
      Clock clock,
      Ids ids) {
    this.database = database;
    this.access = access;
    this.room = new Room(database, conversations);
    this.notes = new Notes(conversations, staffs, events, clock, ids);
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/conversations/{id}/notes", this::notes)
        .post("/conversations/{id}/notes", this::note)
        .delete("/conversations/{id}/notes/{note}", this::withdraw)
        .get("/me/mentions", this::mentions)
        .post("/me/mentions/{note}/seen", this::seen);
  }

  private record NotePage(int limit, @Nullable UUID after) {}

  private void notes(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, READERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    NotePage page =
        exchange.query(query ->
            new NotePage(
                query.integer("limit", 1, HIGHEST_LIMIT, DEFAULT_LIMIT), query.uuid("after")));
    List<Note> found =
        room.asked(
            principal,
            asked -> {
              room.visible(asked, id);
              return notes.of(
                  asked.transaction(), asked.restaurantId(), id, page.after(), page.limit());
            });
    String next = found.size() < page.limit() ? null : found.getLast().id().toString();
    exchange.ok(new Page<>(found, next));
  }

  private void note(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    WriteNoteRequest wish = exchange.read(WriteNoteRequest.class);
    exchange.created(
        room.asked(
            principal,
            asked -> {
              room.visible(asked, id);
              return notes.write(asked.transaction(), principal, id, wish);
            }));
  }

  private void withdraw(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID id = exchange.pathId("id");
    UUID noteId = exchange.pathId("note");
    room.asked(
        principal,
        asked -> {
          ConversationSummary conversation = room.visible(asked, id);
          notes.withdraw(asked.transaction(), principal, id, noteId);
          return conversation;
        });
    exchange.noContent();
  }

  private void mentions(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    List<Note> found =
        room.asked(
            principal, asked -> notes.callsFor(asked.transaction(), principal, HIGHEST_LIMIT));
    new Exchange(request, response).ok(new Page<>(found, null));
  }

  private void seen(ServerRequest request, ServerResponse response) {
    Principal principal = access.require(request, SPEAKERS);
    Exchange exchange = new Exchange(request, response);
    UUID noteId = exchange.pathId("note");
    database.changeRestaurant(
        principal.restaurantId(), transaction -> notes.seen(transaction, principal, noteId));
    exchange.noContent();
  }
}
