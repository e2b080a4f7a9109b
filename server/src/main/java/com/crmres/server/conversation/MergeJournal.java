package com.crmres.server.conversation;

import com.crmres.server.conversation.Merges.Pair;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// What everything was before a merge, and the way back there.
final class MergeJournal {

  private static final String KEEP =
      """
      insert into customer_merge_move (restaurant_id, merge_id, source, row_id, before)
      select cast(:restaurant as uuid), cast(:merge as uuid),
      """;

  private static final List<String> OF_CUSTOMERS =
      List.of(
          """
           'customer', id, to_jsonb(t) from customer t
           where restaurant_id = :restaurant and id in (:absorbed, :survivor)
          """,
          """
           'customer_identifier', id, to_jsonb(t) from customer_identifier t
           where restaurant_id = :restaurant and customer_id = :absorbed and customer_id <> :survivor
          """,
          """
           'customer_consent', id, to_jsonb(t) from customer_consent t
           where restaurant_id = :restaurant and customer_id = :absorbed and customer_id <> :survivor
          """,
          """
           'preference', id, to_jsonb(t) from preference t
           where restaurant_id = :restaurant and customer_id in (:absorbed, :survivor)
          """,
          """
           'customer_place', short_address, to_jsonb(t) from customer_place t
           where restaurant_id = :restaurant and customer_id = :absorbed and customer_id <> :survivor
          """,
          """
           'orders', id, jsonb_build_object('customer_id', customer_id, 'conversation_id', conversation_id)
           from orders where restaurant_id = :restaurant and customer_id = :absorbed and customer_id <> :survivor
          """);

  private static final List<String> OF_JOINED =
      List.of(
          """
           'conversation', id, to_jsonb(t) from conversation t
           where restaurant_id = :restaurant and id in (:from, :into)
          """,
          """
           'message', id, jsonb_build_object('conversation_id', conversation_id, 'sequence', sequence,
                                             'said_place', said_place)
           from message where restaurant_id = :restaurant and conversation_id in (:from, :into)
          """,
          """
           'assistant_memory', conversation_id, to_jsonb(t) from assistant_memory t
           where restaurant_id = :restaurant and conversation_id in (:from, :into)
          """);

  /// The way back of customers and of what they ordered, in this order and before all else.
  private static final List<String> RESTORE_CUSTOMERS =
      List.of(
          """
          update customer t set name = b.name, language = b.language, merged_into = b.merged_into
            from customer_merge_move j, jsonb_populate_record(cast(null as customer), j.before) b
           where j.restaurant_id = :restaurant and j.merge_id = :merge and j.source = 'customer'
             and t.restaurant_id = :restaurant and t.id = b.id
          """,
          """
          update customer_identifier t set customer_id = b.customer_id
            from customer_merge_move j, jsonb_populate_record(cast(null as customer_identifier), j.before) b
           where j.restaurant_id = :restaurant and j.merge_id = :merge and j.source = 'customer_identifier'
             and t.restaurant_id = :restaurant and t.id = b.id
          """,
          """
          update customer_consent t set customer_id = b.customer_id
            from customer_merge_move j, jsonb_populate_record(cast(null as customer_consent), j.before) b
           where j.restaurant_id = :restaurant and j.merge_id = :merge and j.source = 'customer_consent'
             and t.restaurant_id = :restaurant and t.id = b.id
          """,
          """
          update customer_place t set customer_id = b.customer_id
            from customer_merge_move j, customer_merge m,
                 jsonb_populate_record(cast(null as customer_place), j.before) b
           where j.restaurant_id = :restaurant and j.merge_id = :merge and j.source = 'customer_place'
             and m.restaurant_id = :restaurant and m.id = :merge
             and t.restaurant_id = :restaurant and t.customer_id = m.survivor_id
             and t.short_address = j.row_id
             and not exists (select 1 from customer_place o
                              where o.restaurant_id = :restaurant and o.customer_id = b.customer_id
                                and o.short_address = b.short_address)
          """,
          """
          update preference t set customer_id = b.customer_id
            from customer_merge_move j, jsonb_populate_record(cast(null as preference), j.before) b
           where j.restaurant_id = :restaurant and j.merge_id = :merge and j.source = 'preference'
             and t.restaurant_id = :restaurant and t.id = b.id
          """,
          """
          update conversation t set customer_id = b.customer_id, version = t.version + 1
            from customer_merge_move j, jsonb_populate_record(cast(null as conversation), j.before) b
           where j.restaurant_id = :restaurant and j.merge_id = :merge and j.source = 'thread'
             and t.restaurant_id = :restaurant and t.id = b.id
          """,
          """
          update orders t set customer_id = b.customer_id
            from customer_merge_move j, jsonb_populate_record(cast(null as conversation), j.before) b
           where j.restaurant_id = :restaurant and j.merge_id = :merge and j.source = 'thread'
             and t.restaurant_id = :restaurant and t.conversation_id = b.id
          """,
          """
          update orders t set customer_id = cast(j.before ->> 'customer_id' as uuid),
                              conversation_id = cast(j.before ->> 'conversation_id' as uuid)
            from customer_merge_move j
           where j.restaurant_id = :restaurant and j.merge_id = :merge and j.source = 'orders'
             and t.restaurant_id = :restaurant and t.id = cast(j.row_id as uuid)
          """);

  /// The way back of what was said in threads and of the threads themselves, after all else.
  private static final List<String> RESTORE_THREADS =
      List.of(
          """
          update message t set conversation_id = cast(j.before ->> 'conversation_id' as uuid),
                               sequence = cast(j.before ->> 'sequence' as bigint),
                               said_place = cast(j.before ->> 'said_place' as bigint)
            from customer_merge_move j
           where j.restaurant_id = :restaurant and j.merge_id = :merge and j.source = 'message'
             and t.restaurant_id = :restaurant and t.id = cast(j.row_id as uuid)
          """,
          """
          update conversation t
             set last_sequence = b.last_sequence, last_message_at = b.last_message_at,
                 window_until = b.window_until, free_until = b.free_until, heard_at = b.heard_at,
                 branch_id = b.branch_id,
                 unread = b.unread, waiting_since = b.waiting_since, standby = b.standby,
                 status = b.status, answerer = b.answerer, assignee_id = b.assignee_id,
                 assignee_name = b.assignee_name, reason = b.reason,
                 priority = b.priority, labels = b.labels, snoozed_until = b.snoozed_until, joined_into = b.joined_into,
                 version = t.version + 1
            from customer_merge_move j, jsonb_populate_record(cast(null as conversation), j.before) b
           where j.restaurant_id = :restaurant and j.merge_id = :merge and j.source = 'conversation'
             and t.restaurant_id = :restaurant and t.id = b.id
          """,
          """
          delete from assistant_memory t
           where t.restaurant_id = :restaurant
             and t.conversation_id in (
                   select cast(row_id as uuid) from customer_merge_move
                    where restaurant_id = :restaurant and merge_id = :merge and source = 'conversation')
          """,
          """
          insert into assistant_memory
          select b.*
            from customer_merge_move j, jsonb_populate_record(cast(null as assistant_memory), j.before) b
           where j.restaurant_id = :restaurant and j.merge_id = :merge and j.source = 'assistant_memory'
          """);

  /// The whole way back.
  private static final List<String> RESTORE =
      Stream.of(
              RESTORE_CUSTOMERS,
              NamedThread.ALL.stream().map(NamedThread::restored).toList(),
              RESTORE_THREADS)
          .flatMap(List::stream)
          .toList();

  void keepCustomers(Transaction transaction, UUID restaurantId, UUID mergeId, Pair pair) {
    for (String rows : OF_CUSTOMERS) {
      transaction
          .sql(KEEP + rows)
          .with("restaurant", restaurantId)
          .with("merge", mergeId)
          .with("absorbed", pair.absorbed())
          .with("survivor", pair.survivor())
          .update();
    }
  }

  /// A thread that only changes its customer.
  void keepThread(Transaction transaction, UUID restaurantId, UUID mergeId, UUID conversationId) {
    transaction
        .sql(
            KEEP
                + """
                 'thread', id, to_jsonb(t) from conversation t
                 where restaurant_id = :restaurant and id = :conversation
                """)
        .with("restaurant", restaurantId)
        .with("merge", mergeId)
        .with("conversation", conversationId)
        .update();
  }

  /// Two threads that become one.
  void keepJoined(Transaction transaction, UUID restaurantId, UUID mergeId, UUID from, UUID into) {
    for (String rows :
        Stream.concat(OF_JOINED.stream(), NamedThread.ALL.stream().map(NamedThread::kept))
            .toList()) {
      transaction
          .sql(KEEP + rows)
          .with("restaurant", restaurantId)
          .with("merge", mergeId)
          .with("from", from)
          .with("into", into)
          .update();
    }
  }

  /// Both threads of each pair that was joined.
  List<UUID> joined(Transaction transaction, UUID restaurantId, UUID mergeId) {
    return kept(transaction, restaurantId, mergeId, "source = 'conversation'");
  }

  /// Every thread that the merge touched.
  List<UUID> threads(Transaction transaction, UUID restaurantId, UUID mergeId) {
    return kept(transaction, restaurantId, mergeId, "source in ('conversation', 'thread')");
  }

  private static List<UUID> kept(
      Transaction transaction, UUID restaurantId, UUID mergeId, String which) {
    return transaction
        .sql(
            """
            select cast(row_id as uuid) as id from customer_merge_move
             where restaurant_id = :restaurant and merge_id = :merge and %s order by row_id
            """
                .formatted(which))
        .with("restaurant", restaurantId)
        .with("merge", mergeId)
        .list(row -> row.uuid("id"));
  }

  void restore(Transaction transaction, UUID restaurantId, MergeStore.Merge merge) {
    for (String sql : RESTORE) {
      transaction.sql(sql).with("restaurant", restaurantId).with("merge", merge.id()).update();
    }
    List<UUID> joined = joined(transaction, restaurantId, merge.id());
    for (UUID id : joined) {
      followMessages(transaction, restaurantId, id, id);
    }
    followConsents(transaction, restaurantId, merge.pair());
  }

  /// What waits to be sent and what was paid stand where their message stands, and a sign where the
  /// message does on which it is put.
  static void followMessages(Transaction transaction, UUID restaurantId, UUID one, UUID other) {
    for (String sql :
        List.of(
            """
            update outbox o set conversation_id = m.conversation_id, sequence = m.sequence
              from message m
             where m.restaurant_id = :restaurant and m.conversation_id in (:one, :other)
               and o.restaurant_id = m.restaurant_id and o.message_id = m.id
               and (o.conversation_id, o.sequence) <> (m.conversation_id, m.sequence)
            """,
            """
            update reaction_sent r set conversation_id = m.conversation_id
              from message m
             where m.restaurant_id = :restaurant and m.conversation_id in (:one, :other)
               and r.restaurant_id = m.restaurant_id and r.message_id = m.id
               and r.conversation_id <> m.conversation_id
            """,
            """
            update outbox o set conversation_id = r.conversation_id
              from reaction_sent r
             where r.restaurant_id = :restaurant and r.conversation_id in (:one, :other)
               and o.restaurant_id = r.restaurant_id and o.message_id = r.id
               and o.conversation_id <> r.conversation_id
            """,
            """
            update message_price p set conversation_id = m.conversation_id
              from message m
             where m.restaurant_id = :restaurant and m.conversation_id in (:one, :other)
               and p.restaurant_id = m.restaurant_id and p.message_id = m.id
               and p.conversation_id <> m.conversation_id
            """)) {
      transaction
          .sql(sql)
          .with("restaurant", restaurantId)
          .with("one", one)
          .with("other", other)
          .update();
    }
  }

  /// The newest wish of each counts.
  static void followConsents(Transaction transaction, UUID restaurantId, Pair pair) {
    transaction
        .sql(
            """
            update customer k
               set marketing_stopped = coalesce(
                     (select not agreed from customer_consent c
                       where c.restaurant_id = k.restaurant_id and c.customer_id = k.id
                         and c.purpose = 'marketing'
                       order by at desc, agreed limit 1), false)
             where restaurant_id = :restaurant and id in (:absorbed, :survivor)
            """)
        .with("restaurant", restaurantId)
        .with("absorbed", pair.absorbed())
        .with("survivor", pair.survivor())
        .update();
  }
}
