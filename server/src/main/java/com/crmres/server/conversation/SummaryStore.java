package com.crmres.server.conversation;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ChannelState;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ConversationType;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.Handling;
import com.crmres.common.conversation.Priority;
import com.crmres.common.wire.WireName;
import com.crmres.server.customer.Customers;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of conversations as screens show them.
final class SummaryStore {

  /// A conversation with its customer and its newest message, as screens show it.
  private static final String SUMMARY =
      """
      select c.id, c.branch_id, c.status as conversation_status, c.type, c.answerer, c.assignee_id,
             c.assignee_name, c.reason, c.unread, c.waiting_since, c.window_until, c.free_until, c.standby,
             c.version, c.priority, c.labels, c.snoozed_until,
             (select count(*) from note n
               where n.restaurant_id = c.restaurant_id and n.conversation_id = c.id
                 and n.withdrawn_at is null) as notes,
             k.id as customer_id, k.name as customer_name,
             (select value from customer_identifier i
               where i.restaurant_id = c.restaurant_id and i.customer_id = c.customer_id
                 and kind = 'phone' and until is null order by since desc limit 1) as customer_phone,
             (select value from customer_identifier i
               where i.restaurant_id = c.restaurant_id and i.customer_id = c.customer_id
                 and kind = 'user_id' and until is null order by since desc limit 1) as customer_user_id,
             p.cost, p.currency,
      """
          + MessageRows.COLUMNS
          + """
            from conversation c
            -- What its messages cost in the last 30 days: a short range of an index, true at any moment.
            left join lateral (
              select cast(sum(amount) as bigint) as cost, currency
                from message_price
               where restaurant_id = c.restaurant_id and conversation_id = c.id and amount > 0
                 and delivered_at > now() - interval '30 days'
               group by currency order by max(delivered_at) desc limit 1) p on true
            join customer k on k.restaurant_id = c.restaurant_id and k.id = c.customer_id
            left join lateral (select * from message l
                                where l.restaurant_id = c.restaurant_id and l.conversation_id = c.id
                                order by l.at desc, l.sequence desc limit 1) m on true
          """
          + MessageRows.JOINS
          + """
           where c.restaurant_id = :restaurant
          """;

  ConversationSummary lock(Transaction transaction, UUID restaurantId, UUID conversationId) {
    transaction
        .sql(
            """
            select 1 as one from conversation
             where restaurant_id = :restaurant and id = :id for update
            """)
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .list(row -> true);
    return find(transaction, restaurantId, conversationId).orElseThrow();
  }

  Optional<ConversationSummary> find(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(SUMMARY + " and c.id = :id")
        .with("restaurant", restaurantId)
        .with("id", conversationId)
        .first(SummaryStore::summary);
  }

  /// The conversation.
  ///
  /// @throws java.util.NoSuchElementException if there is no such conversation
  ConversationSummary of(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return find(transaction, restaurantId, conversationId).orElseThrow();
  }

  /// A page of conversations, the newest message first.
  List<ConversationSummary> list(
      Transaction transaction,
      UUID restaurantId,
      Selection selection,
      @Nullable UUID after,
      int limit) {
    return transaction
        .sql(
            SUMMARY
                + """
                  and c.joined_into is null
                  and (c.branch_id is null or c.branch_id = any(cast(:branches as uuid[])))
                  and (cast(:all_statuses as boolean) or c.status = any(cast(:statuses as text[])))
                  and (cast(:answerer as text) is null or c.answerer = :answerer)
                  and (cast(:assignee as uuid) is null or c.assignee_id = cast(:assignee as uuid))
                  and (not cast(:unassigned as boolean) or c.answerer = 'staff' and c.assignee_id is null)
                  and (cast(:label as text) is null or cast(:label as text) = any(c.labels))
                  and (cast(:all_priorities as boolean) or c.priority = any(cast(:priorities as text[])))
                  and (cast(:asleep as boolean) is null
                       or coalesce(c.snoozed_until > :now, false) = cast(:asleep as boolean))
                  and (cast(:search as text) is null or strpos(lower(k.name), lower(:search)) > 0
                       or exists (select 1 from customer_identifier i
                                   where i.restaurant_id = c.restaurant_id and i.customer_id = c.customer_id
                                     and strpos(i.value, :search) > 0))
                  and (cast(:after as uuid) is null
                       or (c.last_message_at, c.id) <
                          (select a.last_message_at, a.id from conversation a
                            where a.restaurant_id = :restaurant and a.id = :after))
                order by c.last_message_at desc, c.id desc
                limit :limit
                """)
        .with("restaurant", restaurantId)
        .with("branches", selection.branches().toArray(UUID[]::new))
        .with("all_statuses", selection.statuses().isEmpty())
        .with("statuses", names(selection.statuses()))
        .with("answerer", selection.answerer())
        .with("assignee", selection.assignee())
        .with("unassigned", selection.unassigned())
        .with("label", selection.label())
        .with("all_priorities", selection.priorities().isEmpty())
        .with("priorities", names(selection.priorities()))
        .with("asleep", selection.asleep())
        .with("now", selection.now())
        .with("search", selection.search())
        .with("after", after)
        .with("limit", limit)
        .list(SummaryStore::summary);
  }

  private static <E extends Enum<E> & WireName> String[] names(Set<E> constants) {
    return constants.stream().map(WireName::wireName).toArray(String[]::new);
  }

  private static ConversationSummary summary(Row row) {
    return new ConversationSummary(
        row.uuid("id"),
        Customers.summary(row),
        row.uuidOrNull("branch_id"),
        row.named("conversation_status", ConversationStatus.class),
        row.named("type", ConversationType.class),
        row.named("answerer", Answerer.class),
        row.uuidOrNull("assignee_id"),
        row.textOrNull("assignee_name"),
        row.namedOrNull("reason", EscalationReason.class),
        row.uuidOrNull("message_id") == null ? null : MessageRows.details(row),
        row.integer("unread"),
        row.instantOrNull("waiting_since"),
        new ChannelState(
            row.instantOrNull("window_until"),
            row.instantOrNull("free_until"),
            row.flag("standby"),
            Objects.requireNonNullElse(row.numberOrNull("cost"), 0L),
            row.textOrNull("currency")),
        new Handling(
            row.named("priority", Priority.class),
            row.texts("labels"),
            row.instantOrNull("snoozed_until"),
            Math.toIntExact(row.number("notes"))),
        row.number("version"));
  }
}
