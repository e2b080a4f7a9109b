package com.crmres.server.whatsapp.outbox;

import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The SQL of messages of which nobody knows whether they went out.
final class DoubtStore {

  /// A message of which nothing was heard after so many attempts is shown to people.
  private static final int MOST_DOUBTS = 4;

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
  List<OutboxStore.Held> ripeDoubts(Transaction transaction, Duration wait) {
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
  /// @param policy what the operator wants of all messages
  /// @return whether people have to look; empty if the doubt has ended meanwhile
  Optional<Boolean> endDoubt(Transaction transaction, OutboxStore.Held held, DoubtPolicy policy) {
    return transaction
        .sql(
            """
            update outbox
               set state = case when coalesce(cast(:policy as text), when_in_doubt) = 'send_again'
                                     and doubts < :most then 'pending' else 'held' end,
                   next_at = now(), doubt_since = null, doubt_listened = null
             where restaurant_id = :restaurant and message_id = :message
               and state = 'in_doubt' and attempts = :attempt
            returning state
            """)
        .with("most", MOST_DOUBTS)
        .with("policy", policy.override())
        .with("restaurant", held.restaurantId())
        .with("message", held.messageId())
        .with("attempt", held.attempt())
        .first(row -> row.text("state").equals("held"));
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
}
