package com.crmres.server.assistant;

import com.crmres.common.wire.Json;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of turns and of what the assistant remembers between them.
final class TurnStore {

  /// Longer than a mind may take.
  private static final int LEASE_SECONDS = 20;

  /// A turn that somebody is answering.
  ///
  /// @param attempt the fence: only the latest attempt may answer
  /// @param rereads attempts that did not fail but were begun anew, since the customer went on
  ///   writing
  /// @param lastSequence how far it reached then; all up to there can be read
  record Leased(
      UUID restaurantId,
      UUID turnId,
      UUID conversationId,
      int attempt,
      int rereads,
      long lastSequence) {

    /// How many attempts came to nothing before this one.
    int failures() {
      return attempt - 1 - rereads;
    }
  }

  /// How far a turn has come.
  record Extent(Instant openedAt, long lastSequence) {}

  /// What the assistant remembers of a conversation.
  ///
  /// @param answeredThrough the sequence of the last message it answered
  record Memory(long answeredThrough, @Nullable PendingQuestion pending, int misses) {}

  void open(
      Transaction transaction,
      UUID restaurantId,
      UUID newId,
      UUID conversationId,
      long sequence,
      Instant at,
      Instant dueAt,
      Duration most) {
    transaction
        .sql(
            """
            insert into turn (restaurant_id, id, conversation_id, opened_at, due_at, last_sequence)
            select cast(:restaurant as uuid), cast(:id as uuid), cast(:conversation as uuid),
                   cast(:at as timestamptz), cast(:due as timestamptz), cast(:sequence as bigint)
             where not exists (
               select 1 from assistant_memory m
                where m.restaurant_id = :restaurant and m.conversation_id = :conversation
                  and m.answered_through >= :sequence)
            on conflict (restaurant_id, conversation_id) where state = 'open' do update
               set last_sequence = greatest(turn.last_sequence, excluded.last_sequence),
                   due_at = least(excluded.due_at, turn.opened_at + make_interval(secs => :most))
            """)
        .with("restaurant", restaurantId)
        .with("id", newId)
        .with("conversation", conversationId)
        .with("at", at)
        .with("due", dueAt)
        .with("sequence", sequence)
        .with("most", most.toMillis() / 1000.0)
        .update();
  }

  void drop(Transaction transaction, UUID restaurantId, UUID conversationId) {
    transaction
        .sql(
            """
            update turn set state = 'dropped'
             where restaurant_id = :restaurant and conversation_id = :conversation and state = 'open'
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .update();
  }

  /// Leases the turn that has been due longest, in the scope of the system.
  Optional<Leased> lease(Transaction transaction, Instant now) {
    return transaction
        .sql(
            """
            update turn set attempts = attempts + 1,
                            leased_until = now() + make_interval(secs => :lease)
             where (restaurant_id, id) in (
               select restaurant_id, id from turn
                where state = 'open' and due_at <= :now
                  and (leased_until is null or leased_until < now())
                order by due_at
                limit 1
                  for update skip locked)
            returning restaurant_id, id, conversation_id, attempts, rereads, last_sequence
            """)
        .with("lease", LEASE_SECONDS)
        .with("now", now)
        .first(row ->
            new Leased(
                row.uuid("restaurant_id"),
                row.uuid("id"),
                row.uuid("conversation_id"),
                row.integer("attempts"),
                row.integer("rereads"),
                row.number("last_sequence")));
  }

  /// How far the turn has come, if the lease is still good.
  Optional<Extent> extent(Transaction transaction, Leased turn) {
    return transaction
        .sql(
            """
            select opened_at, last_sequence from turn
             where restaurant_id = :restaurant and id = :id and state = 'open' and attempts = :attempt
               for update
            """)
        .with("restaurant", turn.restaurantId())
        .with("id", turn.turnId())
        .with("attempt", turn.attempt())
        .first(row -> new Extent(row.instant("opened_at"), row.number("last_sequence")));
  }

  /// Gives the lease back; the turn is read anew with what was said meanwhile.
  void release(Transaction transaction, Leased turn) {
    transaction
        .sql(
            """
            update turn set leased_until = null, rereads = rereads + 1
             where restaurant_id = :restaurant and id = :id and attempts = :attempt
            """)
        .with("restaurant", turn.restaurantId())
        .with("id", turn.turnId())
        .with("attempt", turn.attempt())
        .update();
  }

  /// Gives the lease back after a failure; the turn waits a little.
  void postpone(Transaction transaction, Leased turn, Instant dueAt) {
    transaction
        .sql(
            """
            update turn set leased_until = null, due_at = :due
             where restaurant_id = :restaurant and id = :id and attempts = :attempt
            """)
        .with("restaurant", turn.restaurantId())
        .with("id", turn.turnId())
        .with("attempt", turn.attempt())
        .with("due", dueAt)
        .update();
  }

  /// The turn is answered, and reaches as far as the answer does: what came later is the next
  /// turn's.
  void answered(Transaction transaction, Leased turn, long through, Reading reading, Instant now) {
    transaction
        .sql(
            """
            update turn set state = 'answered', leased_until = null, last_sequence = :through,
                            mind = :mind, intent = :intent, intent_confidence = :intentConfidence,
                            sentiment = :sentiment, sentiment_confidence = :sentimentConfidence,
                            dialect = :dialect, confidence = :confidence, language = :language,
                            prompt_version = :prompt, model = :model, calls = :calls,
                            prompt_tokens = :promptTokens, completion_tokens = :completionTokens,
                            cached_tokens = :cachedTokens, micro_dollars = :cost, estimated = :estimated,
                            fell_back = :fellBack, milliseconds = :took, answered_at = :now
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", turn.restaurantId())
        .with("id", turn.turnId())
        .with("through", through)
        .with("mind", reading.work().mind())
        .with("intent", reading.intent())
        .with("intentConfidence", reading.judgement().intentConfidence())
        .with("sentiment", reading.sentiment())
        .with("sentimentConfidence", reading.judgement().sentimentConfidence())
        .with("dialect", reading.dialect())
        .with("confidence", reading.confidence())
        .with("language", reading.language())
        .with("prompt", reading.work().prompt())
        .with("model", reading.work().model())
        .with("calls", reading.work().calls())
        .with("promptTokens", reading.work().promptTokens())
        .with("completionTokens", reading.work().completionTokens())
        .with("cachedTokens", reading.work().cachedTokens())
        .with("cost", reading.work().microDollars())
        .with("estimated", reading.work().estimated())
        .with("fellBack", reading.work().fellBack())
        .with("took", reading.work().took().toMillis())
        .with("now", now)
        .update();
  }

  Memory memory(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            """
            select answered_through, pending, misses from assistant_memory
             where restaurant_id = :restaurant and conversation_id = :conversation
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .first(TurnStore::memory)
        .orElse(new Memory(0, null, 0));
  }

  void remember(
      Transaction transaction, UUID restaurantId, UUID conversationId, Memory memory, Instant now) {
    PendingQuestion pending = memory.pending();
    transaction
        .sql(
            """
            insert into assistant_memory
              (restaurant_id, conversation_id, answered_through, pending, misses, updated_at)
            values (:restaurant, :conversation, :through, :pending, :misses, :now)
            on conflict (restaurant_id, conversation_id) do update
               set answered_through = greatest(assistant_memory.answered_through, excluded.answered_through),
                   pending = excluded.pending, misses = excluded.misses, updated_at = excluded.updated_at
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("through", memory.answeredThrough())
        .with("pending", pending == null ? null : Json.write(pending))
        .with("misses", memory.misses())
        .with("now", now)
        .update();
  }

  /// The assistant has nothing to answer up to `sequence`, and no question open.
  void settled(Transaction transaction, UUID restaurantId, UUID conversationId, long sequence) {
    transaction
        .sql(
            """
            insert into assistant_memory
              (restaurant_id, conversation_id, answered_through, misses, updated_at)
            values (:restaurant, :conversation, :sequence, 0, now())
            on conflict (restaurant_id, conversation_id) do update
               set answered_through = greatest(assistant_memory.answered_through, excluded.answered_through),
                   pending = null, misses = 0, updated_at = excluded.updated_at
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("sequence", sequence)
        .update();
  }

  private static Memory memory(Row row) {
    String pending = row.textOrNull("pending");
    return new Memory(
        row.number("answered_through"),
        pending == null ? null : Json.read(pending, PendingQuestion.class),
        row.integer("misses"));
  }
}
