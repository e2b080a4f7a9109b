package com.crmres.server.conversation;

import com.crmres.server.conversation.Merges.Pair;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL of giving everything of one customer to another. It touches every table that names a
/// customer or a thread, wherever that table is at home: a test holds the list against the
/// database.
final class JoinStore {

  /// The oldest message of two threads that the assistant still has to answer.
  Optional<UUID> firstUnanswered(Transaction transaction, UUID restaurantId, UUID one, UUID other) {
    return transaction
        .sql(
            """
            select m.id from message m
              join turn t on t.restaurant_id = m.restaurant_id and t.conversation_id = m.conversation_id
                         and t.state = 'open'
              left join assistant_memory a on a.restaurant_id = m.restaurant_id
                                          and a.conversation_id = m.conversation_id
             where m.restaurant_id = :restaurant and m.conversation_id in (:one, :other)
               and m.sender = 'customer' and not m.silent
               and coalesce(m.said_place, m.sequence) > coalesce(a.answered_through, 0)
             order by m.at, m.received_at, m.sequence
             limit 1
            """)
        .with("restaurant", restaurantId)
        .with("one", one)
        .with("other", other)
        .first(row -> row.uuid("id"));
  }

  /// Makes two threads one; the messages of both get new places behind all old ones, in the order
  /// of time.
  ///
  /// @return the last place
  long join(Transaction transaction, UUID restaurantId, UUID from, UUID into) {
    moveMessages(transaction, restaurantId, from, into);
    moveCarts(transaction, restaurantId, from, into);
    for (String table :
        List.of(
            "orders",
            "form_token",
            "handover",
            "feedback",
            "payment",
            "note",
            "cart_command",
            "conversation_step")) {
      transaction
          .sql(
              """
              update %s set conversation_id = :into
               where restaurant_id = :restaurant and conversation_id = :from
              """
                  .formatted(table))
          .with("restaurant", restaurantId)
          .with("from", from)
          .with("into", into)
          .update();
    }
    long last = joinStates(transaction, restaurantId, from, into);
    transaction
        .sql(
            """
            update conversation
               set joined_into = :into, unread = 0, waiting_since = null, version = version + 1
             where restaurant_id = :restaurant and id = :from
            """)
        .with("restaurant", restaurantId)
        .with("from", from)
        .with("into", into)
        .update();
    return last;
  }

  private static void moveMessages(
      Transaction transaction, UUID restaurantId, UUID from, UUID into) {
    transaction
        .sql(
            """
            update message m set conversation_id = :into, sequence = n.place, said_place = null
              from (select id,
                           (select max(last_sequence) from conversation
                             where restaurant_id = :restaurant and id in (:from, :into))
                             + row_number() over (order by at, received_at, sequence, id) as place
                      from message
                     where restaurant_id = :restaurant and conversation_id in (:from, :into)) n
             where m.restaurant_id = :restaurant and m.id = n.id
            """)
        .with("restaurant", restaurantId)
        .with("from", from)
        .with("into", into)
        .update();
    MergeJournal.followMessages(transaction, restaurantId, from, into);
  }

  /// One thread has one open cart: the one of the thread that stays, where both have.
  private static void moveCarts(Transaction transaction, UUID restaurantId, UUID from, UUID into) {
    transaction
        .sql(
            """
            update cart set conversation_id = :into
             where restaurant_id = :restaurant and conversation_id = :from
               and (ordered or abandoned_at is not null or not exists (
                      select 1 from cart s
                       where s.restaurant_id = :restaurant and s.conversation_id = :into
                         and not s.ordered and s.abandoned_at is null))
            """)
        .with("restaurant", restaurantId)
        .with("from", from)
        .with("into", into)
        .update();
  }

  /// Whoever waits for a person in either, waits in the joined one.
  private static long joinStates(Transaction transaction, UUID restaurantId, UUID from, UUID into) {
    return transaction
        .sql(
            """
            update conversation t
               set last_sequence = coalesce((select max(sequence) from message
                                              where restaurant_id = :restaurant
                                                and conversation_id = :into), t.last_sequence),
                   last_message_at = greatest(t.last_message_at, s.last_message_at),
                   window_until = greatest(t.window_until, s.window_until),
                   free_until = greatest(t.free_until, s.free_until),
                   heard_at = greatest(t.heard_at, s.heard_at),
                   branch_id = coalesce(t.branch_id, s.branch_id),
                   unread = t.unread + s.unread,
                   waiting_since = least(t.waiting_since, s.waiting_since),
                   standby = t.standby or s.standby,
                   snoozed_until = null,
                   priority = case when 'urgent' in (t.priority, s.priority) then 'urgent'
                                   when 'high' in (t.priority, s.priority) then 'high'
                                   else 'normal' end,
                   labels = array(select distinct label from unnest(t.labels || s.labels) label
                                   order by label limit 10),
                   status = case when s.wins then s.status else t.status end,
                   answerer = case when s.wins then s.answerer else t.answerer end,
                   assignee_id = case when s.wins then s.assignee_id else t.assignee_id end,
                   assignee_name = case when s.wins then s.assignee_name else t.assignee_name end,
                   reason = case when s.wins then s.reason else t.reason end,
                   version = greatest(t.version, s.version) + 1
              from (select f.*,
                           f.status in ('active', 'escalated')
                             and (i.status not in ('active', 'escalated')
                                  or f.answerer = 'staff' and i.answerer <> 'staff') as wins
                      from conversation f
                      join conversation i on i.restaurant_id = f.restaurant_id and i.id = :into
                     where f.restaurant_id = :restaurant and f.id = :from) s
             where t.restaurant_id = :restaurant and t.id = :into
            returning t.last_sequence
            """)
        .with("restaurant", restaurantId)
        .with("from", from)
        .with("into", into)
        .one(row -> row.number("last_sequence"));
  }

  /// Identifiers, threads without a counterpart, orders and wishes become the survivor's.
  void giveEverything(Transaction transaction, UUID restaurantId, Pair pair) {
    for (String sql :
        List.of(
            """
            update customer_identifier set customer_id = :survivor
             where restaurant_id = :restaurant and customer_id = :absorbed
            """,
            """
            update conversation set customer_id = :survivor, version = version + 1
             where restaurant_id = :restaurant and customer_id = :absorbed and joined_into is null
            """,
            """
            update orders set customer_id = :survivor
             where restaurant_id = :restaurant and customer_id = :absorbed
            """,
            """
            update customer_consent c set customer_id = :survivor
             where restaurant_id = :restaurant and customer_id = :absorbed
               and not exists (select 1 from customer_consent s
                                where s.restaurant_id = c.restaurant_id and s.customer_id = :survivor
                                  and s.purpose = c.purpose and s.at = c.at and s.source = c.source
                                  and s.agreed = c.agreed)
            """,
            """
            update customer_place p set customer_id = :survivor
             where restaurant_id = :restaurant and customer_id = :absorbed
               and not exists (select 1 from customer_place s
                                where s.restaurant_id = p.restaurant_id and s.customer_id = :survivor
                                  and s.short_address = p.short_address)
            """,
            """
            update preference p set customer_id = :survivor
             where restaurant_id = :restaurant and customer_id = :absorbed
               and not exists (select 1 from preference s
                                where s.restaurant_id = p.restaurant_id and s.customer_id = :survivor
                                  and s.kind = p.kind and s.same = p.same)
            """,
            """
            update customer s
               set name = coalesce(s.name, a.name), language = coalesce(s.language, a.language)
              from customer a
             where s.restaurant_id = :restaurant and s.id = :survivor
               and a.restaurant_id = :restaurant and a.id = :absorbed
            """,
            """
            update customer set merged_into = :survivor
             where restaurant_id = :restaurant and id = :absorbed
            """)) {
      transaction
          .sql(sql)
          .with("restaurant", restaurantId)
          .with("absorbed", pair.absorbed())
          .with("survivor", pair.survivor())
          .update();
    }
    MergeJournal.followConsents(transaction, restaurantId, pair);
  }
}
