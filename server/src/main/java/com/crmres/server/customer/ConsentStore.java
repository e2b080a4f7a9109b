package com.crmres.server.customer;

import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The SQL of who agreed to advertising.
final class ConsentStore {

  boolean isStopped(Transaction transaction, UUID restaurantId, UUID customerId) {
    return transaction
        .sql(
            """
            select marketing_stopped from customer where restaurant_id = :restaurant and id = :customer
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .first(row -> row.flag("marketing_stopped"))
        .orElse(false);
  }

  void add(
      Transaction transaction,
      UUID restaurantId,
      UUID id,
      UUID customerId,
      Consents.Purpose purpose,
      boolean agreed,
      Consents.Source source,
      Instant at,
      Instant now) {
    transaction
        .sql(
            """
            insert into customer_consent
              (restaurant_id, id, customer_id, purpose, agreed, source, at, noted_at)
            values (:restaurant, :id, :customer, :purpose, :agreed, :source, :at, :now)
            on conflict do nothing
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("customer", customerId)
        .with("purpose", purpose)
        .with("agreed", agreed)
        .with("source", source)
        .with("at", at)
        .with("now", now)
        .update();
  }

  /// The newest wish counts; of two in one second the no.
  void followNewest(Transaction transaction, UUID restaurantId, UUID customerId) {
    transaction
        .sql(
            """
            update customer k
               set marketing_stopped = coalesce(
                     (select not agreed from customer_consent c
                       where c.restaurant_id = k.restaurant_id and c.customer_id = k.id
                         and c.purpose = 'marketing'
                       order by at desc, agreed limit 1), false)
             where restaurant_id = :restaurant and id = :customer
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .update();
  }

  Optional<UUID> readerOf(Transaction transaction, UUID restaurantId, UUID messageId) {
    return transaction
        .sql(
            """
            select c.customer_id
              from message m
              join conversation c on c.restaurant_id = m.restaurant_id and c.id = m.conversation_id
             where m.restaurant_id = :restaurant and m.id = :message
            """)
        .with("restaurant", restaurantId)
        .with("message", messageId)
        .first(row -> row.uuid("customer_id"));
  }
}
