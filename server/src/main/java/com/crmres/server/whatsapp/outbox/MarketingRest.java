package com.crmres.server.whatsapp.outbox;

import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Leaves a customer in peace whom WhatsApp spares further marketing (131049): no campaign tries
/// him again before the rest is over.
final class MarketingRest {

  /// WhatsApp wants at least a day.
  static final Duration SHORTEST = Duration.ofHours(24);

  /// The customer of a message rests.
  void begin(Transaction transaction, UUID restaurantId, UUID messageId, Duration span) {
    transaction
        .sql(
            """
            insert into marketing_rest (restaurant_id, customer_id, rest_until)
            select c.restaurant_id, c.customer_id, now() + make_interval(secs => :span)
              from outbox o
              join conversation c on c.restaurant_id = o.restaurant_id and c.id = o.conversation_id
             where o.restaurant_id = :restaurant and o.message_id = :message
            on conflict (restaurant_id, customer_id) do update
               set rest_until = greatest(marketing_rest.rest_until, excluded.rest_until)
            """)
        .with("span", span.toSeconds())
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .update();
  }

  /// How long a customer still rests; empty if he does not.
  Optional<Duration> left(Transaction transaction, UUID restaurantId, UUID customerId) {
    return transaction
        .sql(
            """
            select cast(ceil(extract(epoch from rest_until - now())) as bigint) as seconds
              from marketing_rest
             where restaurant_id = :restaurant and customer_id = :customer and rest_until > now()
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .first(row -> Duration.ofSeconds(row.number("seconds")));
  }
}
