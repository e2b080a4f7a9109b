package com.crmres.server.assistant.memory;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.Json;
import com.crmres.server.assistant.Past.PastOrder;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The SQL of what went before a turn.
final class RecallStore {

  private static final Pattern TIMES = Pattern.compile(" ×\\d+$");

  /// A message of any side.
  record Message(Sender sender, MessageContent content, Instant at) {}

  /// One line of an order, of all that is kept of it.
  private record Line(
      UUID itemId,
      @Nullable List<UUID> optionIds,
      @Nullable String person,
      OrderSummary.Line sold) {

    PastOrder.Line past() {
      return new PastOrder.Line(
          itemId, sold.quantity(), optionIds == null ? List.of() : optionIds, asSold());
    }

    private PastOrder.Sold asSold() {
      List<LocalizedText> choices =
          Stream.concat(Stream.ofNullable(sold.size()), sold.modifiers().stream())
              .map(choice -> new LocalizedText(once(choice.ar()), once(choice.en())))
              .toList();
      Money each = new Money(sold.total().halalas() / Math.max(1, sold.quantity()));
      return new PastOrder.Sold(sold.name(), choices, sold.note(), person, each);
    }

    /// What was taken twice is written "cheese ×2".
    private static String once(String choice) {
      return TIMES.matcher(choice).replaceFirst("");
    }
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
  List<PastOrder> orders(Transaction transaction, UUID restaurantId, UUID customerId, int limit) {
    return transaction
        .sql(
            """
            select id, placed_at, branch_id, fulfilment, lines from orders
             where restaurant_id = :restaurant and customer_id = :customer
               and status not in ('rejected', 'expired', 'cancelled')
             order by placed_at desc, id desc limit :limit
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .with("limit", limit)
        .list(RecallStore::order);
  }

  private static PastOrder order(Row row) {
    return new PastOrder(
        row.uuid("id"),
        row.instant("placed_at"),
        row.uuid("branch_id"),
        row.named("fulfilment", Fulfilment.class),
        Stream.of(row.json("lines", Line[].class)).map(Line::past).toList());
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
