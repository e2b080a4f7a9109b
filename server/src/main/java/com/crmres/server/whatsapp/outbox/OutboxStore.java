package com.crmres.server.whatsapp.outbox;

import com.crmres.server.conversation.Channel;
import com.crmres.server.database.Row;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of the outbox; times are the database's, which all nodes share.
final class OutboxStore {

  /// WhatsApp takes one message in 6 s to one person, and lends up to 45 ahead (131056).
  private static final int SECONDS_PER_MESSAGE = 6;

  private static final int SECONDS_LENT = 44 * SECONDS_PER_MESSAGE;

  /// How long a sender may hold a message; longer than any call may take.
  private static final int LEASE_SECONDS = 20;

  /// So long a doubtful message keeps the customer's next ones waiting, for the sake of order.
  private static final int DOUBT_BLOCKS_SECONDS = 20;

  /// A message of which nothing was heard after so many attempts is shown to people.
  private static final int MOST_DOUBTS = 4;

  /// A message that a sender holds.
  ///
  /// @param attempt the fence: only the latest attempt may settle
  /// @param refusals how often WhatsApp refused it so far
  record Held(
      UUID restaurantId,
      UUID messageId,
      UUID conversationId,
      String phoneNumberId,
      int attempt,
      int refusals) {}

  void add(Transaction transaction, Channel.OutgoingMessage message) {
    transaction
        .sql(
            """
            insert into outbox (restaurant_id, message_id, conversation_id, phone_number_id, sequence,
                                when_in_doubt)
            values (:restaurant, :message, :conversation, :number, :sequence, :doubt)
            """)
        .with("restaurant", message.restaurantId())
        .with("message", message.messageId())
        .with("conversation", message.conversationId())
        .with("number", message.phoneNumberId())
        .with("sequence", message.sequence())
        .with("doubt", message.whenInDoubt().name().toLowerCase(Locale.ROOT))
        .update();
  }

  /// How many messages a number with something due may send now; takes the number's lock, so that
  /// one node at a time spends its tokens.
  List<Allowance> allowances(Transaction transaction) {
    return transaction
        .sql(
            """
            select phone_number_id,
                   least(greatest(messages_per_second, 1),
                         tokens + messages_per_second
                                  * cast(extract(epoch from now() - refilled_at) as double precision))
                     as tokens
              from whatsapp_number n
             where (paused_until is null or paused_until <= now())
               and exists (select 1 from outbox o
                            where o.phone_number_id = n.phone_number_id
                              and o.state = 'pending' and o.next_at <= now())
               for update skip locked
            """)
        .list(row -> new Allowance(row.text("phone_number_id"), row.decimal("tokens")));
  }

  /// What a number may send at this moment.
  record Allowance(String phoneNumberId, double tokens) {}

  void spend(Transaction transaction, Allowance allowance, int messages) {
    transaction
        .sql(
            """
            update whatsapp_number set tokens = :tokens, refilled_at = now()
             where phone_number_id = :number
            """)
        .with("tokens", allowance.tokens() - messages)
        .with("number", allowance.phoneNumberId())
        .update();
  }

  /// Holds the next messages of a number: the first unsent one of each conversation whose pace
  /// allows.
  List<Held> hold(Transaction transaction, String phoneNumberId, int most) {
    List<Held> held =
        transaction
            .sql(
                """
                update outbox set state = 'sending', attempts = attempts + 1,
                                  leased_until = now() + make_interval(secs => :lease)
                 where (restaurant_id, message_id) in (
                   select o.restaurant_id, o.message_id
                     from outbox o
                     left join outbox_pace p on p.restaurant_id = o.restaurant_id
                                            and p.conversation_id = o.conversation_id
                    where o.phone_number_id = :number and o.state = 'pending' and o.next_at <= now()
                      and (p.used_until is null or p.used_until <= now() + make_interval(secs => :lent))
                      and not exists (
                        select 1 from outbox e
                         where e.restaurant_id = o.restaurant_id and e.conversation_id = o.conversation_id
                           and e.sequence < o.sequence
                           and (e.state in ('pending', 'sending')
                                or e.state = 'in_doubt'
                                   and e.doubt_since > now() - make_interval(secs => :doubt)))
                    order by o.next_at
                    limit :most
                      for update of o skip locked)
                returning restaurant_id, message_id, conversation_id, phone_number_id, attempts, refusals
                """)
            .with("number", phoneNumberId)
            .with("lease", LEASE_SECONDS)
            .with("lent", SECONDS_LENT)
            .with("doubt", DOUBT_BLOCKS_SECONDS)
            .with("most", most)
            .list(OutboxStore::held);
    usePace(transaction, held);
    return held;
  }

  private static void usePace(Transaction transaction, List<Held> held) {
    if (held.isEmpty()) {
      return;
    }
    transaction
        .sql(
            """
            insert into outbox_pace (restaurant_id, conversation_id, used_until)
            select r, c, now() + make_interval(secs => :seconds)
              from unnest(cast(:restaurants as uuid[]), cast(:conversations as uuid[])) as t (r, c)
            on conflict (restaurant_id, conversation_id) do update
               set used_until = greatest(outbox_pace.used_until, now()) + make_interval(secs => :seconds)
            """)
        .with("seconds", SECONDS_PER_MESSAGE)
        .with("restaurants", held.stream().map(Held::restaurantId).toArray(UUID[]::new))
        .with("conversations", held.stream().map(Held::conversationId).toArray(UUID[]::new))
        .update();
  }

  /// WhatsApp took it.
  ///
  /// @return false if a status has settled it already, or another attempt is under way
  boolean accepted(Transaction transaction, Held held, String wamid) {
    return settle(transaction, held, "state = 'accepted', wamid = :wamid")
            .with("wamid", wamid)
            .update()
        == 1;
  }

  /// Tries again after a while.
  ///
  /// @param refused whether WhatsApp refused it, as against could not be reached
  void again(
      Transaction transaction, Held held, Duration delay, boolean refused, @Nullable Integer code) {
    settle(
            transaction,
            held,
            """
            state = 'pending', error_code = :code,
            refusals = refusals + :refusals, next_at = now() + make_interval(secs => :seconds)
            """)
        .with("code", code)
        .with("refusals", refused ? 1 : 0)
        .with("seconds", delay.toMillis() / 1000.0)
        .update();
  }

  /// Gives it up.
  ///
  /// @return false if a status has settled it already
  boolean failed(Transaction transaction, Held held, int code) {
    return settle(transaction, held, "state = 'failed', error_code = :code")
            .with("code", code)
            .update()
        == 1;
  }

  /// Nobody knows whether WhatsApp took it.
  void doubt(Transaction transaction, Held held) {
    transaction
        .sql(
            """
            update outbox
               set state = 'in_doubt', leased_until = null, doubts = doubts + 1, doubt_since = now(),
                   doubt_listened = (select listened from listening)
             where restaurant_id = :restaurant and message_id = :message
               and state = 'sending' and attempts = :attempt
            """)
        .with("restaurant", held.restaurantId())
        .with("message", held.messageId())
        .with("attempt", held.attempt())
        .update();
  }

  /// WhatsApp's answer settles the attempt even where its lease ran out and a doubt arose
  /// meanwhile, unless a new attempt has begun.
  private static Statement settle(Transaction transaction, Held held, String change) {
    return transaction
        .sql(
            "update outbox set leased_until = null, doubt_since = null, doubt_listened = null, "
                + change
                + """
                 where restaurant_id = :restaurant and message_id = :message
                   and state in ('sending', 'in_doubt', 'pending', 'held') and attempts = :attempt
                """)
        .with("restaurant", held.restaurantId())
        .with("message", held.messageId())
        .with("attempt", held.attempt());
  }

  /// A status arrived: whatever we believed, WhatsApp has the message.
  ///
  /// @param messageId our own id, if it came back; else the message is found by WhatsApp's id
  /// @return the message; empty if it is none of ours
  Optional<UUID> heardOf(
      Transaction transaction, UUID restaurantId, @Nullable UUID messageId, String wamid) {
    return transaction
        .sql(
            """
            update outbox
               set wamid = coalesce(wamid, :wamid),
                   state = case when state in ('pending', 'sending', 'in_doubt', 'held')
                                then 'accepted' else state end,
                   leased_until = null
             where restaurant_id = :restaurant
               and (message_id = cast(:message as uuid) or (cast(:message as uuid) is null and wamid = :wamid))
            returning message_id
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .with("wamid", wamid)
        .first(row -> row.uuid("message_id"));
  }

  /// Messages whose sender died on them: nobody knows whether they went out.
  long doubtAbandoned(Transaction transaction) {
    return transaction
        .sql(
            """
            update outbox
               set state = 'in_doubt', leased_until = null, doubts = doubts + 1, doubt_since = now(),
                   doubt_listened = (select listened from listening)
             where state = 'sending' and leased_until < now()
            """)
        .update();
  }

  /// Doubtful messages of which nothing was heard for `wait`, all of it time in which we were able
  /// to hear, with nothing left unread that we have heard.
  List<Held> ripeDoubts(Transaction transaction, Duration wait) {
    return transaction
        .sql(
            """
            select restaurant_id, message_id, conversation_id, phone_number_id, attempts, refusals
              from outbox
             where state = 'in_doubt'
               and doubt_listened + :wait <= (select listened from listening)
               and not exists (select 1 from webhook_delivery d
                                where d.set_aside is null and d.received_at < now() - interval '1 second')
               and not exists (select 1 from webhook_unit u
                                where u.set_aside is null and u.attempts = 0
                                  and u.received_at < now() - interval '1 second')
             order by doubt_since
             limit 500
            """)
        .with("wait", wait.toMillis())
        .list(OutboxStore::held);
  }

  /// Ends a doubt unless a status or a late answer has: the message goes out again where that is
  /// allowed and senders have not died on it too often, else people have to look.
  ///
  /// @return whether people have to look
  boolean endDoubt(Transaction transaction, Held held) {
    return transaction
        .sql(
            """
            update outbox
               set state = case when when_in_doubt = 'send_again' and doubts < :most then 'pending' else 'held' end,
                   next_at = now(), doubt_since = null, doubt_listened = null
             where restaurant_id = :restaurant and message_id = :message
               and state = 'in_doubt' and attempts = :attempt
            returning state
            """)
        .with("most", MOST_DOUBTS)
        .with("restaurant", held.restaurantId())
        .with("message", held.messageId())
        .with("attempt", held.attempt())
        .first(row -> row.text("state").equals("held"))
        .orElse(false);
  }

  /// Nothing goes out from a number for a while: its token or account was refused.
  void pause(Transaction transaction, String phoneNumberId, Duration span) {
    transaction
        .sql(
            """
            update whatsapp_number set paused_until = now() + make_interval(secs => :seconds)
             where phone_number_id = :number
            """)
        .with("seconds", (int) span.toSeconds())
        .with("number", phoneNumberId)
        .update();
  }

  /// We have been able to hear WhatsApp since the last beat; a gap counts as two seconds at most.
  void beat(Transaction transaction) {
    transaction
        .sql(
            """
            update listening
               set listened = listened
                     + cast(least(extract(epoch from now() - beat_at) * 1000, 2000) as bigint),
                   beat_at = now()
            """)
        .update();
  }

  private static Held held(Row row) {
    return new Held(
        row.uuid("restaurant_id"),
        row.uuid("message_id"),
        row.uuid("conversation_id"),
        row.text("phone_number_id"),
        row.integer("attempts"),
        row.integer("refusals"));
  }
}
