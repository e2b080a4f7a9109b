package com.crmres.server.payment;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.common.payment.PaymentState;
import com.crmres.common.payment.PaymentTask;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.OrderMoney;
import com.crmres.server.ordering.Purse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Says what the payments of an order come to: the only way from payments to the order's own state.
final class OrderPurse implements Purse {

  private final Ledger ledger;
  private final Payments payments;

  OrderPurse(Ledger ledger, Payments payments) {
    this.ledger = ledger;
    this.payments = payments;
  }

  @Override
  public Optional<OrderMoney> of(Transaction transaction, UUID restaurantId, UUID orderId) {
    return sum(
        ledger.payments.ofOrder(transaction, restaurantId, orderId),
        ledger.tasks.ofOrder(transaction, restaurantId, orderId));
  }

  @Override
  public boolean takes(Transaction transaction, UUID restaurantId, UUID branchId, Money total) {
    return total.halalas() == 0
        || !payments.methods(transaction, restaurantId, branchId, total).isEmpty();
  }

  /// What payments come to.
  ///
  /// @param payments the oldest first
  /// @param tasks of these payments, whatever became of them
  static Optional<OrderMoney> sum(List<Payment> payments, List<PaymentTask> tasks) {
    // Money that came a second time is not the order's: it only goes back.
    Set<UUID> twice =
        tasks.stream()
            .filter(task -> task.reason() == PaymentTask.Reason.PAID_TWICE)
            .map(PaymentTask::paymentId)
            .collect(Collectors.toSet());
    List<Payment> counted =
        payments.stream().filter(payment -> !twice.contains(payment.id())).toList();
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    Money paid = sum(counted.stream().map(Payment::received).toList());
    Money refunded = sum(counted.stream().map(Payment::refunded).toList());
    Money asked = asked(counted, tasks);
    return Optional.of(
        new OrderMoney(
            asked.halalas() > 0 ? OrderPaymentState.REFUND_PENDING : state(counted),
            paid,
            refunded,
            asked));
  }

  /// What is promised back, as far as it did not go back in another way.
  private static Money asked(List<Payment> counted, List<PaymentTask> tasks) {
    return sum(
        counted.stream()
            .map(payment ->
                new Money(Math.min(payment.left().halalas(), owed(payment, tasks).halalas())))
            .toList());
  }

  static Money owed(Payment payment, List<PaymentTask> tasks) {
    return sum(
        tasks.stream()
            .filter(task -> task.paymentId().equals(payment.id()) && isOwed(task))
            .map(PaymentTask::amount)
            .toList());
  }

  /// Whether it is money of ours that somebody will get back.
  static boolean isOwed(PaymentTask task) {
    return task.state() != PaymentTask.State.DONE && task.reason() != PaymentTask.Reason.DIFFERS;
  }

  /// The payment that counts: with money in the house, else open, else one that went back, else the
  /// last.
  private static OrderPaymentState state(List<Payment> counted) {
    return counted.stream()
        .filter(payment -> PaymentMove.isPaid(payment.state()))
        .findFirst()
        .or(() ->
            counted.stream().filter(payment -> PaymentMove.isOpen(payment.state())).findFirst())
        .or(() ->
            counted.stream()
                .filter(payment -> payment.state() == PaymentState.REFUNDED)
                .findFirst())
        .map(OrderPurse::state)
        .orElseGet(() -> state(counted.getLast()));
  }

  private static OrderPaymentState state(Payment payment) {
    boolean link = payment.method() == PaymentMethod.LINK;
    return switch (payment.state()) {
      case CREATED, PENDING -> link ? OrderPaymentState.PENDING : OrderPaymentState.COD_DUE;
      case PAID -> link ? OrderPaymentState.PAID : OrderPaymentState.COD_COLLECTED;
      case SHORT -> OrderPaymentState.COD_SHORT;
      case FAILED -> OrderPaymentState.FAILED;
      case EXPIRED -> OrderPaymentState.EXPIRED;
      case CANCELLED -> OrderPaymentState.VOIDED;
      case PARTLY_REFUNDED -> OrderPaymentState.PARTIALLY_REFUNDED;
      case REFUNDED -> OrderPaymentState.REFUNDED;
    };
  }

  private static Money sum(List<Money> amounts) {
    return new Money(amounts.stream().mapToLong(Money::halalas).sum());
  }
}
