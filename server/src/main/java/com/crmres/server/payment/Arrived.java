package com.crmres.server.payment;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentState;
import com.crmres.common.payment.PaymentTask;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.Orders;
import com.crmres.server.receipt.Receipts;
import java.util.UUID;

/// What follows from money that came by a link: the order is paid, or the money goes back.
final class Arrived {

  private final Ledger ledger;
  private final Payments payments;
  private final Settling settling;
  private final Orders orders;
  private final Receipts receipts;
  private final Returned returned;
  private final Telling telling;

  Arrived(
      Ledger ledger,
      Payments payments,
      Settling settling,
      Orders orders,
      Receipts receipts,
      Returned returned,
      Telling telling) {
    this.ledger = ledger;
    this.payments = payments;
    this.settling = settling;
    this.orders = orders;
    this.receipts = receipts;
    this.returned = returned;
    this.telling = telling;
  }

  /// Money came. Told again, nothing follows.
  void money(Transaction transaction, UUID restaurantId, Payment payment) {
    if (!ledger.move(transaction, restaurantId, payment, PaymentState.PAID)) {
      return;
    }
    OrderSummary order = orders.find(transaction, restaurantId, payment.orderId()).orElseThrow();
    // Before it came, this much was missing.
    long missing = payments.due(transaction, restaurantId, order) + payment.amount().halalas();
    if (Payments.isOver(order.status())) {
      goesBack(transaction, restaurantId, payment, PaymentTask.Reason.PAID_TOO_LATE);
    } else if (missing <= 0) {
      goesBack(transaction, restaurantId, payment, PaymentTask.Reason.PAID_TWICE);
    } else {
      settling.settle(transaction, restaurantId, order);
      receipts.issue(transaction, restaurantId, order);
      returned.addition(transaction, restaurantId, order, payment);
      telling.paid(transaction, restaurantId, payment, order.number());
    }
  }

  private void goesBack(
      Transaction transaction, UUID restaurantId, Payment payment, PaymentTask.Reason reason) {
    ledger.giveBack(transaction, restaurantId, payment, reason, payment.amount(), null, null);
  }
}
