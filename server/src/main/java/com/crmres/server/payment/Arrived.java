package com.crmres.server.payment;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentState;
import com.crmres.common.payment.PaymentTask;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.Orders;
import com.crmres.server.receipt.Receipts;
import java.util.List;
import java.util.UUID;

/// What follows from money that came by a link: the order is paid, or the money goes back.
final class Arrived {

  private final Ledger ledger;
  private final Payments payments;
  private final Orders orders;
  private final Receipts receipts;
  private final Telling telling;

  Arrived(Ledger ledger, Payments payments, Orders orders, Receipts receipts, Telling telling) {
    this.ledger = ledger;
    this.payments = payments;
    this.orders = orders;
    this.receipts = receipts;
    this.telling = telling;
  }

  /// Money came. Told again, nothing follows.
  void money(Transaction transaction, UUID restaurantId, Payment payment) {
    if (!ledger.move(transaction, restaurantId, payment, PaymentState.PAID)) {
      return;
    }
    OrderSummary order = orders.find(transaction, restaurantId, payment.orderId()).orElseThrow();
    List<Payment> others =
        ledger.payments.ofOrder(transaction, restaurantId, order.id()).stream()
            .filter(other -> !other.id().equals(payment.id()))
            .toList();
    if (Payments.isOver(order.status())) {
      goesBack(transaction, restaurantId, payment, PaymentTask.Reason.PAID_TOO_LATE);
    } else if (others.stream().anyMatch(other -> PaymentMove.isPaid(other.state()))) {
      goesBack(transaction, restaurantId, payment, PaymentTask.Reason.PAID_TWICE);
    } else {
      others.stream()
          .filter(other -> PaymentMove.isOpen(other.state()))
          .forEach(other -> payments.giveUp(transaction, restaurantId, other));
      receipts.issue(transaction, restaurantId, order);
      telling.paid(transaction, restaurantId, payment, order.number());
    }
  }

  private void goesBack(
      Transaction transaction, UUID restaurantId, Payment payment, PaymentTask.Reason reason) {
    ledger.giveBack(transaction, restaurantId, payment, reason, payment.amount(), null, null);
  }
}
