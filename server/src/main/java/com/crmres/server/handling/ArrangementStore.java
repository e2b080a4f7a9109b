package com.crmres.server.handling;

import com.crmres.common.conversation.ConversationCounts;
import com.crmres.common.conversation.Priority;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of what is arranged about conversations.
final class ArrangementStore {

  void snooze(
      Transaction transaction, UUID restaurantId, UUID conversationId, @Nullable Instant until) {
    transaction
        .sql(
            """
            update conversation set snoozed_until = :until, version = version + 1
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .with("until", until)
        .update();
  }

  void prioritise(
      Transaction transaction, UUID restaurantId, UUID conversationId, Priority priority) {
    transaction
        .sql(
            """
            update conversation set priority = :priority, version = version + 1
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .with("priority", priority)
        .update();
  }

  /// As if something nobody has read stood there, or nothing.
  void mark(Transaction transaction, UUID restaurantId, UUID conversationId, boolean unread) {
    transaction
        .sql(
            """
            update conversation
               set unread = case when :unread then greatest(unread, 1) else 0 end,
                   version = version + 1
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .with("unread", unread)
        .update();
  }

  void label(Transaction transaction, UUID restaurantId, UUID conversationId, List<String> labels) {
    transaction
        .sql(
            """
            update conversation set labels = cast(:labels as text[]), version = version + 1
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .with("labels", labels.toArray(String[]::new))
        .update();
  }

  List<String> labels(Transaction transaction, UUID restaurantId) {
    return transaction
        .sql(
            """
            select distinct label from conversation c cross join unnest(c.labels) label
             where c.restaurant_id = :restaurant and c.labels <> '{}' order by label
            """)
        .with("restaurant", restaurantId)
        .list(row -> row.text("label"));
  }

  ConversationCounts counts(
      Transaction transaction, UUID restaurantId, UUID staffId, Set<UUID> branches, Instant now) {
    return transaction
        .sql(
            """
            select count(*) filter (where awake and assignee_id = :staff) as mine,
                   count(*) filter (where awake and answerer = 'staff' and assignee_id is null) as unassigned,
                   count(*) filter (where awake and answerer = 'assistant') as assistant,
                   count(*) filter (where awake and status = 'escalated') as escalated,
                   count(*) filter (where awake) as everything,
                   count(*) filter (where not awake) as asleep
              from (select answerer, status, assignee_id,
                           not coalesce(snoozed_until > :now, false) as awake
                      from conversation
                     where restaurant_id = :restaurant and joined_into is null
                       and status in ('active', 'escalated')
                       and (branch_id is null or branch_id = any(cast(:branches as uuid[])))) c
            """)
        .with("restaurant", restaurantId)
        .with("staff", staffId)
        .with("branches", branches.toArray(UUID[]::new))
        .with("now", now)
        .one(row ->
            new ConversationCounts(
                count(row, "mine"),
                count(row, "unassigned"),
                count(row, "assistant"),
                count(row, "escalated"),
                count(row, "everything"),
                count(row, "asleep")));
  }

  private static int count(Row row, String column) {
    return Math.toIntExact(row.number(column));
  }
}
