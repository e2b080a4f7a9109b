package com.crmres.server.whatsapp;

import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Which customers get no marketing for a while, because WhatsApp kept some back from them: a day
/// at first, twice as long each time, at most a month (whatsapp-cloud-api.md 6.4).
public final class MarketingRests {

  private static final int FORGIVEN_AFTER_DAYS = 60;

  /// WhatsApp kept a message back; hearing it again of the same message prolongs nothing.
  public void begin(Transaction transaction, UUID restaurantId, UUID messageId, Instant at) {
    transaction
        .sql(
            """
            insert into marketing_rest as r (restaurant_id, customer_id, rests_until, last_message_id)
            select c.restaurant_id, c.customer_id, cast(:at as timestamptz) + interval '1 day', m.id
              from message m
              join conversation c on c.restaurant_id = m.restaurant_id and c.id = m.conversation_id
             where m.restaurant_id = :restaurant and m.id = :message
            on conflict (restaurant_id, customer_id) do update
               set times = case when r.rests_until < cast(:at as timestamptz) - make_interval(days => :forgiven)
                                then 1 else least(r.times + 1, 6) end,
                   rests_until = cast(:at as timestamptz)
                     + case when r.rests_until < cast(:at as timestamptz) - make_interval(days => :forgiven)
                            then interval '1 day'
                            else least(interval '1 day' * power(2, r.times), interval '30 days') end,
                   last_message_id = excluded.last_message_id
             where r.last_message_id <> excluded.last_message_id
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .with("at", at)
        .with("forgiven", FORGIVEN_AFTER_DAYS)
        .update();
  }

  /// Until when a conversation's customer gets no marketing, under whatever name he had enough of
  /// it before he was found to be one with another.
  public Optional<Instant> until(
      Transaction transaction, UUID restaurantId, UUID conversationId, Instant now) {
    return transaction
        .sql(
            """
            with recursive person (id) as (
              select customer_id from conversation
               where restaurant_id = :restaurant and id = :conversation
              union
              select k.id from customer k join person p on k.merged_into = p.id
               where k.restaurant_id = :restaurant)
            select r.rests_until
              from person p
              join marketing_rest r on r.restaurant_id = :restaurant and r.customer_id = p.id
             where r.rests_until > :now
             order by r.rests_until desc limit 1
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("now", now)
        .first(row -> row.instant("rests_until"));
  }
}
