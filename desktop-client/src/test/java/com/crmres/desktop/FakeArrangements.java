package com.crmres.desktop;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.AssignRequest;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ExportRequest;
import com.crmres.common.conversation.LabelRequest;
import com.crmres.common.conversation.PriorityRequest;
import com.crmres.common.conversation.ReadyReply;
import com.crmres.common.conversation.SnoozeRequest;
import com.crmres.common.conversation.UnreadRequest;
import com.crmres.common.conversation.WriteNoteRequest;
import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.search.SearchKind;
import com.crmres.common.wire.Json;
import com.crmres.common.wire.Page;
import com.crmres.common.wire.WireName;
import com.crmres.desktop.connection.ConversationQuery;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The paths of what staff arrange among themselves, and of the search.
final class FakeArrangements {

  private static final Set<String> VERBS =
      Set.of(
          "assign", "unread", "snooze", "priority", "labels", "writing", "notes", "ready-replies");

  private final Restaurant restaurant;

  FakeArrangements(Restaurant restaurant) {
    this.restaurant = restaurant;
  }

  /// Whether a path under a conversation is answered here.
  static boolean isOne(String[] parts) {
    return parts.length == 4 || VERBS.contains(parts[4]);
  }

  Object answer(String[] parts, Map<String, String> query, String body, StaffMember person) {
    FakeHandling handling = restaurant.handling();
    return switch (parts[2]) {
      case "search" -> search(query);
      case "colleagues" -> new Page<>(handling.colleagues(), null);
      case "labels" -> new Page<>(handling.labels(), null);
      case "conversation-exports" ->
          new Page<>(handling.export(Json.read(body, ExportRequest.class).conversationIds()), null);
      case "ready-replies" -> readyReply(parts, body, handling.written());
      case "conversation-counts" -> handling.counts(person.id());
      case "me" ->
          parts.length == 4
              ? new Page<>(handling.mentions(person.id()), null)
              : handling.seen(UUID.fromString(parts[4]));
      default -> conversation(parts, body, person);
    };
  }

  private static Object readyReply(String[] parts, String body, FakeReadyReplies replies) {
    if (parts.length == 3) {
      return new Page<>(replies.all(), null);
    }
    return body.isEmpty()
        ? replies.drop(UUID.fromString(parts[3]))
        : replies.keep(Json.read(body, ReadyReply.class));
  }

  private Object search(Map<String, String> query) {
    Set<SearchKind> kinds =
        Arrays.stream(query.getOrDefault("kind", "").split(",", -1))
            .map(kind -> WireName.parse(SearchKind.class, kind))
            .collect(Collectors.toSet());
    return restaurant
        .search()
        .search(
            query.getOrDefault("text", ""),
            kinds,
            Integer.parseInt(query.getOrDefault("limit", "30")),
            query.get("after"));
  }

  private Object conversation(String[] parts, String body, StaffMember person) {
    UUID id = UUID.fromString(parts[3]);
    FakeHandling handling = restaurant.handling();
    if (parts.length == 4) {
      return restaurant.conversation(id);
    }
    return switch (parts[4]) {
      case "assign" -> handling.assign(id, Json.read(body, AssignRequest.class).staffId());
      case "unread" -> handling.mark(id, Json.read(body, UnreadRequest.class).unread());
      case "snooze" -> handling.snooze(id, Json.read(body, SnoozeRequest.class));
      case "priority" -> handling.prioritise(id, Json.read(body, PriorityRequest.class).priority());
      case "labels" -> handling.label(id, Json.read(body, LabelRequest.class));
      case "writing" -> handling.writing(id);
      case "ready-replies" -> new Page<>(handling.readyReplies(), null);
      case "notes" -> notes(parts, id, body, person);
      default -> throw Restaurant.refusal("NOT_FOUND", parts[4]);
    };
  }

  private Object notes(String[] parts, UUID id, String body, StaffMember person) {
    FakeHandling handling = restaurant.handling();
    if (parts.length > 5) {
      return handling.withdraw(UUID.fromString(parts[5]));
    }
    return body.isEmpty()
        ? new Page<>(handling.notes(id), null)
        : handling.write(
            id,
            new Colleague(person.id(), person.name(), person.role(), person.branchIds()),
            Json.read(body, WriteNoteRequest.class));
  }

  /// As the list of conversations is asked for.
  static ConversationQuery query(Map<String, String> query) {
    @Nullable String statuses = query.get("status");
    @Nullable String answerer = query.get("answerer");
    @Nullable String assignee = query.get("assignee");
    @Nullable String asleep = query.get("asleep");
    ConversationStatus[] wanted =
        statuses == null
            ? new ConversationStatus[0]
            : Arrays.stream(statuses.split(",", -1))
                .map(one -> WireName.parse(ConversationStatus.class, one))
                .toArray(ConversationStatus[]::new);
    return new ConversationQuery(
        World.OLAYA.id(),
        Arrays.asList(wanted),
        answerer == null ? null : WireName.parse(Answerer.class, answerer),
        assignee == null ? null : UUID.fromString(assignee),
        query.containsKey("unassigned"),
        asleep == null ? null : Boolean.valueOf(asleep),
        null);
  }
}
