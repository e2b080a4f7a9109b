package com.crmres.server.assistant.memory;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of what went before a turn.
final class RecallStore {

  /// A message of any side.
  record Message(Sender sender, MessageContent content, Instant at) {}

  /// An order as it was placed.
  record Placed(UUID id, Instant at, List<Line> lines) {
    Placed {
      lines = List.copyOf(lines);
    }

    /// One line of it, of all that is kept of it.
    record Line(UUID itemId, @Nullable List<UUID> optionIds, Sold sold) {}

    /// How many of it.
    record Sold(int quantity) {}
  }

  /// Whose conversation it is, and what is kept of it.
  record Kept(UUID customerId, @Nullable Running running, @Nullable Instant summarisedAt) {}

  Optional<Kept> thread(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(
            """
            select c.customer_id, a.summary, a.summarised_at
              from conversation c
              left join assistant_memory a on a.restaurant_id = c.restaurant_id
                                          and a.conversation_id = c.id
             where c.restaurant_id = :restaurant and c.id = :conversation
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .first(row ->
            new Kept(
                row.uuid("customer_id"),
                row.textOrNull("summary") == null ? null : row.json("summary", Running.class),
                row.instantOrNull("summarised_at")));
  }

  /// The newest messages that are no part of the turn itself, newest first.
  List<Message> messages(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      long answeredThrough,
      Instant since,
      int limit) {
    return transaction
        .sql(
            """
            select sender, content, at from message
             where restaurant_id = :restaurant and conversation_id = :conversation
               and not silent and revoked_at is null and at >= :since
               and not (sender = 'customer' and coalesce(said_place, sequence) > :answered)
             order by sequence desc limit :limit
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("answered", answeredThrough)
        .with("since", since)
        .with("limit", limit)
        .list(row ->
            new Message(
                row.named("sender", Sender.class),
                row.json("content", MessageContent.class),
                row.instant("at")));
  }

  /// The newest orders that came to something, newest first.
  List<Placed> orders(Transaction transaction, UUID restaurantId, UUID customerId, int limit) {
    return transaction
        .sql(
            """
            select id, placed_at, lines from orders
             where restaurant_id = :restaurant and customer_id = :customer
               and status not in ('rejected', 'expired', 'cancelled')
             order by placed_at desc limit :limit
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .with("limit", limit)
        .list(RecallStore::placed);
  }

  private static Placed placed(Row row) {
    return new Placed(
        row.uuid("id"), row.instant("placed_at"), List.of(row.json("lines", Placed.Line[].class)));
  }

  void summarise(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Running running,
      Instant now) {
    transaction
        .sql(
            """
            insert into assistant_memory
              (restaurant_id, conversation_id, summary, summarised_at, updated_at)
            values (:restaurant, :conversation, :summary, :now, :now)
            on conflict (restaurant_id, conversation_id) do update
               set summary = excluded.summary, summarised_at = excluded.summarised_at
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("summary", Json.write(running))
        .with("now", now)
        .update();
  }
}
