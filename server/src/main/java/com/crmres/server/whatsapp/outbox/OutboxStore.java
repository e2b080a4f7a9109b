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

  /// A message that waits longer, for hours, lets the customer's next ones overtake it.
  private static final int LONG_WAIT_SECONDS = 30 * 60;

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

  /// A number with something due.
  ///
  /// @param onProbation whether it is paused, and one message may try whether it still is
  record Due(
      UUID restaurantId, String phoneNumberId, double messagesPerSecond, boolean onProbation) {}

  /// The numbers with something due, the one that has waited longest first.
  List<Due> due(Transaction transaction) {
    return transaction
        .sql(
            """
            select n.restaurant_id, n.phone_number_id, n.messages_per_second,
                   n.paused_since is not null as on_probation
              from whatsapp_number n
              join lateral (select o.next_at from outbox o
                             where o.phone_number_id = n.phone_number_id
                               and o.state = 'pending' and o.next_at <= now()
                             order by o.next_at limit 1) first on true
             where n.paused_since is null or n.probation
             order by first.next_at
            """)
        .list(row ->
            new Due(
                row.uuid("restaurant_id"),
                row.text("phone_number_id"),
                row.decimal("messages_per_second"),
                row.flag("on_probation")));
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
                           and (e.state = 'pending' and e.next_at <= now() + make_interval(secs => :long)
                                or e.state = 'sending'
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
            .with("long", LONG_WAIT_SECONDS)
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

  /// It is not to be sent any more, and was not.
  ///
  /// @return false if a status has settled it already
  boolean withdrawn(Transaction transaction, Held held) {
    return settle(transaction, held, "state = 'failed', error_code = null").update() == 1;
  }

  /// Takes messages back that wait. One that somebody holds is let be: waiting for his lock here,
  /// under the conversation's, could end in a deadlock, and he asks before he sends.
  List<UUID> withdraw(Transaction transaction, UUID restaurantId, List<UUID> messageIds) {
    return transaction
        .sql(
            """
            update outbox set state = 'failed', error_code = null
             where (restaurant_id, message_id) in (
               select restaurant_id, message_id from outbox
                where restaurant_id = :restaurant and message_id = any(cast(:messages as uuid[]))
                  and state = 'pending'
                  for update skip locked)
            returning message_id
            """)
        .with("restaurant", restaurantId)
        .with("messages", messageIds.toArray(UUID[]::new))
        .list(row -> row.uuid("message_id"));
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
  Optional<Heard> heardOf(
      Transaction transaction, UUID restaurantId, @Nullable UUID messageId, String wamid) {
    return transaction
        .sql(
            """
            with before as (
              select restaurant_id, message_id, state from outbox
               where restaurant_id = :restaurant
                 and (message_id = cast(:message as uuid)
                      or (cast(:message as uuid) is null and wamid = :wamid))
                 for update)
            update outbox o
               set wamid = coalesce(o.wamid, :wamid),
                   state = case when o.state in ('pending', 'sending', 'in_doubt', 'held')
                                then 'accepted' else o.state end,
                   leased_until = null
              from before
             where o.restaurant_id = before.restaurant_id and o.message_id = before.message_id
            returning o.message_id, before.state in ('in_doubt', 'held') as was_in_doubt,
                      before.state = 'held' as was_held
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .with("wamid", wamid)
        .first(row ->
            new Heard(row.uuid("message_id"), row.flag("was_in_doubt"), row.flag("was_held")));
  }

  /// A message of which a status came.
  ///
  /// @param wasHeld whether people had been told to look after it
  record Heard(UUID messageId, boolean wasInDoubt, boolean wasHeld) {}

  /// What waits in each number's queue.
  List<Waiting> waiting(Transaction transaction) {
    return transaction
        .sql(
            """
            select n.phone_number_id, count(o.message_id) as depth,
                   coalesce(cast(extract(epoch from now() - min(o.created_at)) as bigint), 0) as oldest
              from whatsapp_number n
              left join outbox o on o.phone_number_id = n.phone_number_id
                                and o.state in ('pending', 'sending', 'in_doubt')
             group by n.phone_number_id
            """)
        .list(row ->
            new Waiting(row.text("phone_number_id"), row.number("depth"), row.number("oldest")));
  }

  /// A number's queue.
  ///
  /// @param oldestSeconds how long ago its oldest message was written
  record Waiting(String phoneNumberId, long depth, long oldestSeconds) {}

  static Held held(Row row) {
    return new Held(
        row.uuid("restaurant_id"),
        row.uuid("message_id"),
        row.uuid("conversation_id"),
        row.text("phone_number_id"),
        row.integer("attempts"),
        row.integer("refusals"));
  }
}
