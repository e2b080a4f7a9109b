package com.crmres.server.payment;

import com.crmres.common.live.LiveEvent;
import com.crmres.common.money.Money;
import com.crmres.common.payment.PaymentState;
import com.crmres.common.payment.PaymentTask;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes down what becomes of payments, and tells the screens.
final class Ledger {

  final PaymentStore payments = new PaymentStore();
  final TaskStore tasks = new TaskStore();
  final CallQueue calls = new CallQueue();

  private final EventLog events;
  private final Clock clock;
  private final Ids ids;
  private final Runnable wakeCaller;

  Ledger(EventLog events, Clock clock, Ids ids, Runnable wakeCaller) {
    this.events = events;
    this.clock = clock;
    this.ids = ids;
    this.wakeCaller = wakeCaller;
  }

  /// Moves a payment, if the table of moves allows it.
  ///
  /// @return whether it moved
  boolean move(Transaction transaction, UUID restaurantId, Payment payment, PaymentState state) {
    if (!PaymentMove.isAllowed(payment.state(), state)) {
      return false;
    }
    payments.move(transaction, restaurantId, payment.id(), state, clock.instant());
    tell(transaction, restaurantId, payment.id());
    return true;
  }

  void tell(Transaction transaction, UUID restaurantId, UUID paymentId) {
    Payment payment = payments.find(transaction, restaurantId, paymentId).orElseThrow();
    events.append(
        transaction,
        restaurantId,
        payment.branchId(),
        new LiveEvent.PaymentChanged(payment.summary()));
  }

  /// Wants a call now.
  void call(Transaction transaction, UUID restaurantId, UUID paymentId, CallKind kind) {
    calls.want(transaction, restaurantId, paymentId, kind, clock.instant());
    transaction.afterCommit(wakeCaller);
  }

  /// Gives money of a payment back: by the provider where it came by him, else by people.
  ///
  /// @param commandId of staff who ask for it; null for a rule of ours
  void giveBack(
      Transaction transaction,
      UUID restaurantId,
      Payment payment,
      PaymentTask.Reason reason,
      Money amount,
      @Nullable String words,
      @Nullable UUID commandId) {
    boolean byProvider = payment.providerId() != null && reason != PaymentTask.Reason.DIFFERS;
    PaymentTask task =
        new PaymentTask(
            ids.next(),
            payment.id(),
            payment.orderId(),
            payment.branchId(),
            reason,
            byProvider ? PaymentTask.State.UNDER_WAY : PaymentTask.State.FOR_PEOPLE,
            amount,
            words,
            clock.instant());
    if (tasks.add(transaction, restaurantId, task, commandId)) {
      tell(transaction, restaurantId, task);
      if (byProvider) {
        call(transaction, restaurantId, payment.id(), CallKind.REFUND);
      }
    }
  }

  /// Too little came of a payment: people see to what is missing.
  void lacks(Transaction transaction, UUID restaurantId, Payment payment, Money missing) {
    PaymentTask task =
        new PaymentTask(
            ids.next(),
            payment.id(),
            payment.orderId(),
            payment.branchId(),
            PaymentTask.Reason.SHORT,
            PaymentTask.State.FOR_PEOPLE,
            missing,
            null,
            clock.instant());
    tasks
        .addShort(transaction, restaurantId, task)
        .ifPresent(now -> tell(transaction, restaurantId, now));
  }

  /// What was missing of a payment came after all.
  void rested(Transaction transaction, UUID restaurantId, Payment payment, @Nullable UUID staffId) {
    tasks.ofOrder(transaction, restaurantId, payment.orderId()).stream()
        .filter(task -> task.paymentId().equals(payment.id()))
        .filter(task -> task.reason() == PaymentTask.Reason.SHORT)
        .filter(task -> task.state() != PaymentTask.State.DONE)
        .forEach(
            task -> settle(transaction, restaurantId, task.id(), PaymentTask.State.DONE, staffId));
  }

  PaymentTask settle(
      Transaction transaction,
      UUID restaurantId,
      UUID taskId,
      PaymentTask.State state,
      @Nullable UUID staffId) {
    PaymentTask task =
        tasks.move(transaction, restaurantId, taskId, state, staffId, clock.instant());
    tell(transaction, restaurantId, task);
    return task;
  }

  private void tell(Transaction transaction, UUID restaurantId, PaymentTask task) {
    events.append(
        transaction, restaurantId, task.branchId(), new LiveEvent.PaymentTaskChanged(task));
  }
}
