package com.crmres.desktop.connection;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words the question for a list of conversations.
final class ConversationList {

  private ConversationList() {}

  static String of(ConversationQuery query) {
    Answerer answerer = query.answerer();
    UUID assignee = query.assignee();
    Boolean asleep = query.asleep();
    return QueryText.parameter("branch", query.branchId().toString())
        + QueryText.parameter("status", statuses(query))
        + QueryText.parameter("answerer", answerer == null ? null : answerer.wireName())
        + QueryText.parameter("assignee", assignee == null ? null : assignee.toString())
        + QueryText.parameter("unassigned", query.unassigned() ? "true" : null)
        + QueryText.parameter("asleep", asleep == null ? null : asleep.toString())
        + QueryText.parameter("after", query.after());
  }

  private static @Nullable String statuses(ConversationQuery query) {
    return query.statuses().isEmpty()
        ? null
        : query.statuses().stream()
            .map(ConversationStatus::wireName)
            .collect(Collectors.joining(","));
  }
}
