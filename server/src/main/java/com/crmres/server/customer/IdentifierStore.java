package com.crmres.server.customer;

import com.crmres.common.customer.MergeReason;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of who holds, or held, which identifier.
final class IdentifierStore {

  Optional<UUID> holder(Transaction transaction, UUID restaurantId, IdentifierKey key) {
    return keyed(
            transaction,
            """
            select customer_id from customer_identifier
             where restaurant_id = :restaurant and kind = :kind and value = :value and until is null
            """,
            restaurantId,
            key)
        .first(row -> row.uuid("customer_id"));
  }

  boolean isHeldSinceAfter(
      Transaction transaction, UUID restaurantId, IdentifierKey key, Instant at) {
    return keyed(
            transaction,
            """
            select 1 as one from customer_identifier
             where restaurant_id = :restaurant and kind = :kind and value = :value
               and until is null and since > :at
            """,
            restaurantId,
            key)
        .with("at", at)
        .first(row -> true)
        .isPresent();
  }

  /// Who held it last, however long ago.
  Optional<UUID> lastHolder(Transaction transaction, UUID restaurantId, IdentifierKey key) {
    return keyed(
            transaction,
            """
            select customer_id from customer_identifier
             where restaurant_id = :restaurant and kind = :kind and value = :value
             order by until desc nulls first limit 1
            """,
            restaurantId,
            key)
        .first(row -> row.uuid("customer_id"));
  }

  /// Who held it at a moment that has passed.
  Optional<UUID> holderAt(
      Transaction transaction, UUID restaurantId, IdentifierKey key, Instant at) {
    return keyed(
            transaction,
            """
            select customer_id from customer_identifier
             where restaurant_id = :restaurant and kind = :kind and value = :value and until > :at
             order by until limit 1
            """,
            restaurantId,
            key)
        .with("at", at)
        .first(row -> row.uuid("customer_id"));
  }

  boolean hasUserId(Transaction transaction, UUID restaurantId, UUID customerId) {
    return transaction
        .sql(
            """
            select 1 as one from customer_identifier
             where restaurant_id = :restaurant and customer_id = :customer and kind = 'user_id'
               and until is null
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .first(row -> true)
        .isPresent();
  }

  /// A late message does not bring back what has ended meanwhile.
  void add(
      Transaction transaction, UUID restaurantId, UUID customerId, IdentifierKey key, Instant at) {
    keyed(
            transaction,
            """
            insert into customer_identifier (restaurant_id, kind, value, customer_id, since)
            select cast(:restaurant as uuid), cast(:kind as text), cast(:value as text),
                   cast(:customer as uuid), cast(:at as timestamptz)
             where not exists (
               select 1 from customer_identifier
                where restaurant_id = :restaurant and kind = :kind and value = :value
                  and customer_id = :customer and until > :at)
            """,
            restaurantId,
            key)
        .with("customer", customerId)
        .with("at", at)
        .update();
  }

  void close(
      Transaction transaction, UUID restaurantId, UUID customerId, IdentifierKey key, Instant at) {
    keyed(
            transaction,
            """
            update customer_identifier set until = :at
             where restaurant_id = :restaurant and kind = :kind and value = :value
               and customer_id = :customer and until is null
            """,
            restaurantId,
            key)
        .with("customer", customerId)
        .with("at", at)
        .update();
  }

  void closeUserIds(
      Transaction transaction,
      UUID restaurantId,
      UUID customerId,
      @Nullable String but,
      Instant at) {
    transaction
        .sql(
            """
            update customer_identifier set until = :at
             where restaurant_id = :restaurant and customer_id = :customer and kind = 'user_id'
               and until is null and value is distinct from :but
            """)
        .with("restaurant", restaurantId)
        .with("customer", customerId)
        .with("but", but)
        .with("at", at)
        .update();
  }

  /// Keeps what a customer was called before we knew him, unless it is known.
  void remember(
      Transaction transaction, UUID restaurantId, UUID customerId, IdentifierKey key, Instant at) {
    keyed(
            transaction,
            """
            insert into customer_identifier (restaurant_id, kind, value, customer_id, since, until)
            select cast(:restaurant as uuid), cast(:kind as text), cast(:value as text),
                   cast(:customer as uuid), cast(:at as timestamptz), cast(:at as timestamptz)
             where not exists (
               select 1 from customer_identifier
                where restaurant_id = :restaurant and kind = :kind and value = :value)
            """,
            restaurantId,
            key)
        .with("customer", customerId)
        .with("at", at)
        .update();
  }

  void propose(
      Transaction transaction,
      UUID restaurantId,
      UUID id,
      UUID one,
      UUID other,
      MergeReason reason,
      Instant now) {
    transaction
        .sql(
            """
            insert into merge_proposal (restaurant_id, id, one_id, other_id, reason, created_at)
            values (:restaurant, :id, :one, :other, :reason, :now)
            on conflict do nothing
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("one", one)
        .with("other", other)
        .with("reason", reason)
        .with("now", now)
        .update();
  }

  private static Statement keyed(
      Transaction transaction, String sql, UUID restaurantId, IdentifierKey key) {
    return transaction
        .sql(sql)
        .with("restaurant", restaurantId)
        .with("kind", key.kind())
        .with("value", key.value());
  }
}
