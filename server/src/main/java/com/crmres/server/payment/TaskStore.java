package com.crmres.server.payment;

import com.crmres.common.money.Money;
import com.crmres.common.payment.PaymentTask;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of money that goes back, or that people must look at.
final class TaskStore {

  /// Adds a task; one for the same reason is made once, unless staff ask.
  ///
  /// @return false if it is there already
  boolean add(
      Transaction transaction, UUID restaurantId, PaymentTask task, @Nullable UUID commandId) {
    return transaction
            .sql(
                """
                insert into payment_task (restaurant_id, id, payment_id, order_id, branch_id, reason,
                                          state, amount, words, command_id, made_at)
                values (:restaurant, :id, :payment, :order, :branch, :reason, :state, :amount, :words,
                        cast(:command as uuid), :at)
                on conflict do nothing
                """)
            .with("restaurant", restaurantId)
            .with("id", task.id())
            .with("payment", task.paymentId())
            .with("order", task.orderId())
            .with("branch", task.branchId())
            .with("reason", task.reason())
            .with("state", task.state())
            .with("amount", task.amount())
            .with("words", task.words())
            .with("command", commandId)
            .with("at", task.madeAt())
            .update()
        == 1;
  }

  /// Adds that a payment is short, or says of the open task how much is missing by now.
  ///
  /// @return the task as it stands; empty if people have settled it
  Optional<PaymentTask> addShort(Transaction transaction, UUID restaurantId, PaymentTask task) {
    return transaction
        .sql(
            """
            insert into payment_task (restaurant_id, id, payment_id, order_id, branch_id, reason,
                                      state, amount, made_at)
            values (:restaurant, :id, :payment, :order, :branch, :reason, :state, :amount, :at)
            on conflict (restaurant_id, payment_id, reason) where reason not in ('asked', 'altered')
            do update set amount = excluded.amount where payment_task.state <> 'done'
            returning *
            """)
        .with("restaurant", restaurantId)
        .with("id", task.id())
        .with("payment", task.paymentId())
        .with("order", task.orderId())
        .with("branch", task.branchId())
        .with("reason", task.reason())
        .with("state", task.state())
        .with("amount", task.amount())
        .with("at", task.madeAt())
        .first(TaskStore::task);
  }

  Optional<PaymentTask> ofCommand(Transaction transaction, UUID restaurantId, UUID commandId) {
    return transaction
        .sql(
            "select * from payment_task where restaurant_id = :restaurant and command_id = :command")
        .with("restaurant", restaurantId)
        .with("command", commandId)
        .first(TaskStore::task);
  }

  /// What the provider is still to give back of a payment, the oldest first.
  List<PaymentTask> underWay(Transaction transaction, UUID restaurantId, UUID paymentId) {
    return transaction
        .sql(
            """
            select * from payment_task
             where restaurant_id = :restaurant and payment_id = :payment and state = 'under_way'
             order by made_at, id
            """)
        .with("restaurant", restaurantId)
        .with("payment", paymentId)
        .list(TaskStore::task);
  }

  /// All tasks of an order's payments.
  List<PaymentTask> ofOrder(Transaction transaction, UUID restaurantId, UUID orderId) {
    return transaction
        .sql(
            """
            select * from payment_task
             where restaurant_id = :restaurant and order_id = :order order by made_at, id
            """)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .list(TaskStore::task);
  }

  /// What is not done, in branches, the oldest first.
  List<PaymentTask> open(Transaction transaction, UUID restaurantId, Set<UUID> branches) {
    return transaction
        .sql(
            """
            select * from payment_task
             where restaurant_id = :restaurant and state <> 'done' and branch_id = any(:branches)
             order by made_at, id limit 200
            """)
        .with("restaurant", restaurantId)
        .with("branches", branches.toArray(UUID[]::new))
        .list(TaskStore::task);
  }

  Optional<PaymentTask> find(Transaction transaction, UUID restaurantId, UUID id) {
    return task(transaction, restaurantId, id, "");
  }

  /// The task as it stands, held until the transaction ends.
  Optional<PaymentTask> lock(Transaction transaction, UUID restaurantId, UUID id) {
    return task(transaction, restaurantId, id, "for update");
  }

  private static Optional<PaymentTask> task(
      Transaction transaction, UUID restaurantId, UUID id, String lock) {
    return transaction
        .sql("select * from payment_task where restaurant_id = :restaurant and id = :id " + lock)
        .with("restaurant", restaurantId)
        .with("id", id)
        .first(TaskStore::task);
  }

  PaymentTask move(
      Transaction transaction,
      UUID restaurantId,
      UUID id,
      PaymentTask.State state,
      @Nullable UUID staffId,
      Instant now) {
    return transaction
        .sql(
            """
            update payment_task
               set state = :state, settled_by = cast(:staff as uuid),
                   settled_at = case when :state = 'done' then cast(:now as timestamptz) end
             where restaurant_id = :restaurant and id = :id
            returning *
            """)
        .with("state", state)
        .with("staff", staffId)
        .with("now", now)
        .with("restaurant", restaurantId)
        .with("id", id)
        .one(TaskStore::task);
  }

  /// Another branch makes the order.
  void belongTo(Transaction transaction, UUID restaurantId, UUID orderId, UUID branchId) {
    transaction
        .sql(
            """
            update payment_task set branch_id = :branch
             where restaurant_id = :restaurant and order_id = :order
            """)
        .with("branch", branchId)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .update();
  }

  /// What was promised back of a payment and is not back yet.
  Money owed(Transaction transaction, UUID restaurantId, UUID paymentId) {
    return new Money(
        underWay(transaction, restaurantId, paymentId).stream()
            .mapToLong(task -> task.amount().halalas())
            .sum());
  }

  private static PaymentTask task(Row row) {
    return new PaymentTask(
        row.uuid("id"),
        row.uuid("payment_id"),
        row.uuid("order_id"),
        row.uuid("branch_id"),
        row.named("reason", PaymentTask.Reason.class),
        row.named("state", PaymentTask.State.class),
        row.money("amount"),
        row.textOrNull("words"),
        row.instant("made_at"));
  }
}
