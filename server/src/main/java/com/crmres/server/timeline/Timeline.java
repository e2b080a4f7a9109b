package com.crmres.server.timeline;

import com.crmres.common.conversation.TimelineEntry;
import com.crmres.common.money.Money;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gathers what happened in a conversation from where each part of it is kept: nothing is written
/// down twice.
final class Timeline {

  private static final String ENTRIES =
      """
      with threads as materialized (
        select id from conversation
         where restaurant_id = :restaurant and (id = :conversation or joined_into = :conversation)
      ), entries as (
        select 'h' || s.step as id, s.at, 'hands' as kind, s.kind as what,
               case when s.staff_id is null then 'system' else 'staff' end as actor,
               s.staff_name as who, cast(null as uuid) as order_id, cast(null as text) as order_number,
               cast(null as text) as to_state, s.reason, cast(null as bigint) as amount,
               cast(null as integer) as rating
          from conversation_step s
         where s.restaurant_id = :restaurant and s.conversation_id in (select id from threads)
        union all
        select 'c' || c.command_id, c.at, 'cart', c.action, 'staff', c.staff_name, o.id, o.number,
               null, c.reason, null, null
          from cart_command c
          left join orders o on o.restaurant_id = c.restaurant_id and o.id = c.order_id
         where c.restaurant_id = :restaurant and c.conversation_id in (select id from threads)
        union all
        select 'o' || e.order_id || '-' || e.version, e.at, 'order', coalesce(e.move, e.to_status),
               e.actor, p.name, o.id, o.number, e.to_status, coalesce(e.reason, e.reason_code),
               e.amount, null
          from orders o
          join order_event e on e.restaurant_id = o.restaurant_id and e.order_id = o.id
          left join staff p on p.restaurant_id = e.restaurant_id and p.id = e.staff_id
         where o.restaurant_id = :restaurant and o.conversation_id in (select id from threads)
           and o.branch_id = any(cast(:branches as uuid[]))
        union all
        select 'f' || f.id, f.given_at, 'feedback', f.sentiment, 'customer', null, o.id, o.number,
               null, f.words, null, f.rating
          from feedback f
          left join orders o on o.restaurant_id = f.restaurant_id and o.id = f.order_id
         where f.restaurant_id = :restaurant and f.conversation_id in (select id from threads)
      )
      select * from entries
       where cast(:at as timestamptz) is null or (at, id) < (cast(:at as timestamptz), :id)
       order by at desc, id desc limit :limit
      """;

  /// The place behind which a page begins.
  record Place(Instant at, String id) {}

  /// What happened, the newest first.
  ///
  /// @param branches of whose orders the reader may know
  /// @param after the last entry of the part before
  List<TimelineEntry> of(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Set<UUID> branches,
      @Nullable Place after,
      int limit) {
    return transaction
        .sql(ENTRIES)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("branches", branches.toArray(UUID[]::new))
        .with("at", after == null ? null : after.at())
        .with("id", after == null ? "" : after.id())
        .with("limit", limit)
        .list(Timeline::entry);
  }

  private static TimelineEntry entry(Row row) {
    Long amount = row.numberOrNull("amount");
    return new TimelineEntry(
        row.text("id"),
        row.instant("at"),
        row.named("kind", TimelineEntry.Kind.class),
        row.text("what"),
        row.text("actor"),
        row.textOrNull("who"),
        row.uuidOrNull("order_id"),
        row.textOrNull("order_number"),
        row.textOrNull("to_state"),
        row.textOrNull("reason"),
        amount == null ? null : new Money(amount),
        row.integerOrNull("rating"));
  }
}
