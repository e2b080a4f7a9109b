package com.crmres.server.assistant;

import com.crmres.common.assistant.Dialect;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.assistant.TurnRecord;
import com.crmres.common.assistant.UsageLine;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What minds made of turns, and what that took, for people who look after the assistant.
public final class TurnLog {

  /// The turns of a conversation that were read, the newest first.
  ///
  /// @param after what is older than this one; null for the newest
  public List<TurnRecord> turns(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      @Nullable UUID after,
      int limit) {
    return transaction
        .sql(
            """
            select id, answered_at, mind, prompt_version, model, intent, sentiment, dialect, confidence,
                   prompt_tokens, completion_tokens, micro_dollars, estimated, fell_back, milliseconds
              from turn t
             where restaurant_id = :restaurant and conversation_id = :conversation and state = 'answered'
               and (cast(:after as uuid) is null
                    or (answered_at, id) < (select answered_at, id from turn
                                             where restaurant_id = :restaurant and id = :after))
             order by answered_at desc, id desc
             limit :limit
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("after", after)
        .with("limit", limit)
        .list(TurnLog::turn);
  }

  /// What minds did and cost since a moment, by day (UTC), the newest first.
  public List<UsageLine> usage(Transaction transaction, UUID restaurantId, Instant since) {
    return transaction
        .sql(
            """
            select cast(cast(answered_at at time zone 'UTC' as date) as text) as day, mind, model,
                   count(*) as turns, count(fell_back) as fell_back,
                   cast(sum(prompt_tokens) as bigint) as prompt_tokens,
                   cast(sum(completion_tokens) as bigint) as completion_tokens,
                   cast(sum(micro_dollars) as bigint) as micro_dollars
              from turn
             where restaurant_id = :restaurant and state = 'answered' and answered_at >= :since
             group by 1, 2, 3
             order by 1 desc, 2, 3
            """)
        .with("restaurant", restaurantId)
        .with("since", since)
        .list(row ->
            new UsageLine(
                LocalDate.parse(row.text("day")),
                row.text("mind"),
                row.textOrNull("model"),
                row.number("turns"),
                row.number("fell_back"),
                row.number("prompt_tokens"),
                row.number("completion_tokens"),
                row.number("micro_dollars")));
  }

  private static TurnRecord turn(Row row) {
    return new TurnRecord(
        row.uuid("id"),
        row.instant("answered_at"),
        row.text("mind"),
        row.textOrNull("prompt_version"),
        row.textOrNull("model"),
        row.namedOrNull("intent", Intent.class),
        row.namedOrNull("sentiment", Sentiment.class),
        row.namedOrNull("dialect", Dialect.class),
        row.decimalOrNull("confidence"),
        row.number("prompt_tokens"),
        row.number("completion_tokens"),
        row.number("micro_dollars"),
        row.flag("estimated"),
        row.textOrNull("fell_back"),
        row.numberOrNull("milliseconds"));
  }
}
