package com.crmres.server.payment;

import com.crmres.common.money.Money;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.common.payment.PaymentState;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of payments.
final class PaymentStore {

  void add(Transaction transaction, UUID restaurantId, Payment payment, @Nullable UUID commandId) {
    transaction
        .sql(
            """
            insert into payment (restaurant_id, id, order_id, branch_id, conversation_id, method, state,
                                 amount, command_id, provider, expires_at, created_at, changed_at)
            values (:restaurant, :id, :order, :branch, :conversation, :method, :state, :amount,
                    cast(:command as uuid), :provider, cast(:expires as timestamptz), :created, :changed)
            """)
        .with("restaurant", restaurantId)
        .with("id", payment.id())
        .with("order", payment.orderId())
        .with("branch", payment.branchId())
        .with("conversation", payment.conversationId())
        .with("method", payment.method())
        .with("state", payment.state())
        .with("amount", payment.amount())
        .with("command", commandId)
        .with("provider", payment.provider())
        .with("expires", payment.expiresAt())
        .with("created", payment.createdAt())
        .with("changed", payment.changedAt())
        .update();
    note(transaction, restaurantId, payment.id(), payment.state(), payment.createdAt());
  }

  /// The payment as it stands, held until the transaction ends.
  Optional<Payment> lock(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
        .sql("select * from payment where restaurant_id = :restaurant and id = :id for update")
        .with("restaurant", restaurantId)
        .with("id", id)
        .first(PaymentStore::payment);
  }

  Optional<Payment> find(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
        .sql("select * from payment where restaurant_id = :restaurant and id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .first(PaymentStore::payment);
  }

  Optional<Payment> ofCommand(Transaction transaction, UUID restaurantId, UUID commandId) {
    return transaction
        .sql("select * from payment where restaurant_id = :restaurant and command_id = :command")
        .with("restaurant", restaurantId)
        .with("command", commandId)
        .first(PaymentStore::payment);
  }

  /// The payment behind a provider's link.
  Optional<UUID> ofProvider(
      Transaction transaction, UUID restaurantId, String provider, String providerId) {
    return transaction
        .sql(
            """
            select id from payment
             where restaurant_id = :restaurant and provider = :provider and provider_id = :id
            """)
        .with("restaurant", restaurantId)
        .with("provider", provider)
        .with("id", providerId)
        .first(row -> row.uuid("id"));
  }

  /// All payments of an order, the oldest first.
  List<Payment> ofOrder(Transaction transaction, UUID restaurantId, UUID orderId) {
    return transaction
        .sql(
            """
            select * from payment
             where restaurant_id = :restaurant and order_id = :order order by created_at, id
            """)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .list(PaymentStore::payment);
  }

  /// It came to another state; to one it had before, nothing happens.
  void move(Transaction transaction, UUID restaurantId, UUID id, PaymentState state, Instant now) {
    transaction
        .sql(
            """
            update payment set state = :state, changed_at = :now
             where restaurant_id = :restaurant and id = :id
            """)
        .with("state", state)
        .with("now", now)
        .with("restaurant", restaurantId)
        .with("id", id)
        .update();
    note(transaction, restaurantId, id, state, now);
  }

  /// Another branch makes the order.
  void belongTo(Transaction transaction, UUID restaurantId, UUID orderId, UUID branchId) {
    transaction
        .sql(
            """
            update payment set branch_id = :branch
             where restaurant_id = :restaurant and order_id = :order
            """)
        .with("branch", branchId)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .update();
  }

  void made(
      Transaction transaction,
      UUID restaurantId,
      UUID id,
      String providerId,
      @Nullable String url) {
    transaction
        .sql(
            """
            update payment set provider_id = :provider, url = :url
             where restaurant_id = :restaurant and id = :id
            """)
        .with("provider", providerId)
        .with("url", url)
        .with("restaurant", restaurantId)
        .with("id", id)
        .update();
  }

  /// So much was collected of it at the hand-over, in all.
  void collected(Transaction transaction, UUID restaurantId, UUID id, Money inAll) {
    transaction
        .sql(
            """
            update payment set collected = :collected
             where restaurant_id = :restaurant and id = :id
            """)
        .with("collected", inAll)
        .with("restaurant", restaurantId)
        .with("id", id)
        .update();
  }

  /// People gave so much of it back.
  void givenByHand(Transaction transaction, UUID restaurantId, UUID id, Money more) {
    transaction
        .sql(
            """
            update payment set refunded = refunded + :more, by_hand = by_hand + :more
             where restaurant_id = :restaurant and id = :id
            """)
        .with("more", more)
        .with("restaurant", restaurantId)
        .with("id", id)
        .update();
  }

  void refunded(
      Transaction transaction, UUID restaurantId, UUID id, Money inAll, @Nullable String from) {
    transaction
        .sql(
            """
            update payment set refunded = :refunded, transaction_id = coalesce(:transaction, transaction_id)
             where restaurant_id = :restaurant and id = :id
            """)
        .with("refunded", inAll)
        .with("transaction", from)
        .with("restaurant", restaurantId)
        .with("id", id)
        .update();
  }

  private static void note(
      Transaction transaction, UUID restaurantId, UUID id, PaymentState state, Instant now) {
    transaction
        .sql(
            """
            insert into payment_step (restaurant_id, payment_id, state, at)
            values (:restaurant, :payment, :state, :at) on conflict do nothing
            """)
        .with("restaurant", restaurantId)
        .with("payment", id)
        .with("state", state)
        .with("at", now)
        .update();
  }

  private static @Nullable Money moneyOrNull(@Nullable Long halalas) {
    return halalas == null ? null : new Money(halalas);
  }

  private static Payment payment(Row row) {
    return new Payment(
        row.uuid("id"),
        row.uuid("order_id"),
        row.uuid("branch_id"),
        row.uuid("conversation_id"),
        row.named("method", PaymentMethod.class),
        row.named("state", PaymentState.class),
        row.money("amount"),
        moneyOrNull(row.numberOrNull("collected")),
        row.money("refunded"),
        row.money("by_hand"),
        row.textOrNull("provider"),
        row.textOrNull("provider_id"),
        row.textOrNull("url"),
        row.instantOrNull("expires_at"),
        row.instant("created_at"),
        row.instant("changed_at"));
  }
}
