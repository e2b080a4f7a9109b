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
import java.util.function.Predicate;
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
  public Optional<OrderMoney> of(
      Transaction transaction, UUID restaurantId, UUID orderId, Money total) {
    return sum(
        ledger.payments.ofOrder(transaction, restaurantId, orderId),
        ledger.tasks.ofOrder(transaction, restaurantId, orderId),
        total);
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
  /// @param total what the order costs now
  static Optional<OrderMoney> sum(List<Payment> payments, List<PaymentTask> tasks, Money total) {
    List<Payment> counted = counted(payments, tasks);
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    // What went back because the order became cheaper was never its price.
    long cheaper = counted.stream().mapToLong(payment -> gone(payment, tasks)).sum();
    long paid = sum(counted.stream().map(Payment::received).toList()).halalas() - cheaper;
    long refunded = sum(counted.stream().map(Payment::refunded).toList()).halalas() - cheaper;
    Money asked = asked(counted, tasks);
    return Optional.of(
        new OrderMoney(
            asked.halalas() > 0
                ? OrderPaymentState.REFUND_PENDING
                : state(counted, tasks, due(payments, tasks, total) > 0),
            new Money(paid),
            new Money(refunded),
            asked));
  }

  /// Money that came a second time is not the order's: it only goes back.
  private static List<Payment> counted(List<Payment> payments, List<PaymentTask> tasks) {
    Set<UUID> twice =
        tasks.stream()
            .filter(task -> task.reason() == PaymentTask.Reason.PAID_TWICE)
            .map(PaymentTask::paymentId)
            .collect(Collectors.toSet());
    return payments.stream().filter(payment -> !twice.contains(payment.id())).toList();
  }

  /// What an order costs more than its payments cover, in halalas; less than nothing if they cover
  /// more. What staff gave back out of kindness still covers.
  static long due(List<Payment> payments, List<PaymentTask> tasks, Money total) {
    return total.halalas()
        - counted(payments, tasks).stream().mapToLong(payment -> covers(payment, tasks)).sum();
  }

  private static long covers(Payment payment, List<PaymentTask> tasks) {
    if (!PaymentMove.isPaid(payment.state())) {
      return 0;
    }
    // Too little at the door is between the branch and its customer.
    return payment.state() == PaymentState.SHORT
        ? payment.amount().halalas()
        : payment.received().halalas() - altered(payment, tasks, _ -> true);
  }

  /// What has gone back of a payment because the order became cheaper.
  private static long gone(Payment payment, List<PaymentTask> tasks) {
    long done = altered(payment, tasks, task -> task.state() == PaymentTask.State.DONE);
    return Math.min(done, payment.refunded().halalas());
  }

  private static long altered(
      Payment payment, List<PaymentTask> tasks, Predicate<PaymentTask> which) {
    return tasks.stream()
        .filter(task -> task.reason() == PaymentTask.Reason.ALTERED)
        .filter(task -> task.paymentId().equals(payment.id()))
        .filter(which)
        .mapToLong(task -> task.amount().halalas())
        .sum();
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
    return task.state() != PaymentTask.State.DONE && isOurs(task);
  }

  /// Whether there is money of ours in it that could go back.
  static boolean isOurs(PaymentTask task) {
    return switch (task.reason()) {
      case DIFFERS, SHORT -> false;
      case ORDER_ENDED, PAID_TOO_LATE, PAID_TWICE, ASKED, ALTERED -> true;
    };
  }

  /// The payment that counts: with money in the house, unless more is awaited; else open, else one
  /// that went back, else the last.
  private static OrderPaymentState state(
      List<Payment> counted, List<PaymentTask> tasks, boolean due) {
    Optional<Payment> paid =
        counted.stream().filter(payment -> PaymentMove.isPaid(payment.state())).findFirst();
    Optional<Payment> open =
        counted.stream().filter(payment -> PaymentMove.isOpen(payment.state())).findFirst();
    if (paid.isPresent()) {
      return rest(counted, open, due)
          .map(OrderPurse::state)
          .orElseGet(() -> inTheHouse(counted, tasks));
    }
    return open.or(() ->
            counted.stream()
                .filter(payment -> payment.state() == PaymentState.REFUNDED)
                .findFirst())
        .map(OrderPurse::state)
        .orElseGet(() -> state(counted.getLast()));
  }

  /// The payment of what a change made due: one that is awaited, or that came to nothing.
  private static Optional<Payment> rest(
      List<Payment> counted, Optional<Payment> open, boolean due) {
    return open.or(() ->
        counted.reversed().stream()
            .filter(payment -> due && !PaymentMove.hasCome(payment.state()))
            .findFirst());
  }

  /// Of several, one of which too little came; else one of which something went back for another
  /// reason than a lower price.
  private static OrderPaymentState inTheHouse(List<Payment> counted, List<PaymentTask> tasks) {
    List<Payment> paid =
        counted.stream().filter(payment -> PaymentMove.isPaid(payment.state())).toList();
    return paid.stream()
        .filter(payment -> payment.state() == PaymentState.SHORT)
        .findFirst()
        .or(() ->
            paid.stream()
                .filter(payment -> payment.state() == PaymentState.PARTLY_REFUNDED)
                .filter(payment -> payment.refunded().halalas() > gone(payment, tasks))
                .findFirst())
        .map(OrderPurse::state)
        .orElseGet(() -> whole(paid.getFirst()));
  }

  private static OrderPaymentState whole(Payment payment) {
    return payment.state() != PaymentState.PARTLY_REFUNDED
        ? state(payment)
        : payment.method() == PaymentMethod.LINK
            ? OrderPaymentState.PAID
            : OrderPaymentState.COD_COLLECTED;
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
