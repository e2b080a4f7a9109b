package com.crmres.server.payment;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.common.payment.PaymentTask;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Brings the payments of an order to what it costs: asks for more, or gives back.
final class Settling {

  private final Ledger ledger;
  private final Payments payments;

  Settling(Ledger ledger, Payments payments) {
    this.ledger = ledger;
    this.payments = payments;
  }

  /// The order has another price, or money came for an earlier one: what is still due is asked for
  /// in the way it was meant to be paid, or in the usual one where that takes it no more; what is
  /// too much goes back. An order for which nothing was ever asked is left alone.
  void settle(Transaction transaction, UUID restaurantId, OrderSummary order) {
    long due = payments.due(transaction, restaurantId, order);
    Optional<Payment> open = payments.open(transaction, restaurantId, order.id());
    if (due <= 0) {
      open.ifPresent(payment -> payments.giveUp(transaction, restaurantId, payment));
      giveBack(transaction, restaurantId, order, -due);
    } else if (open.isEmpty() || open.get().amount().halalas() != due) {
      Optional<PaymentMethod> way =
          open.or(() -> lastPaid(transaction, restaurantId, order.id())).map(Payment::method);
      open.ifPresent(payment -> payments.giveUp(transaction, restaurantId, payment));
      way.flatMap(wanted -> way(transaction, restaurantId, order, wanted))
          .ifPresent(
              how -> payments.add(transaction, restaurantId, order, new Money(due), how, null));
    }
  }

  private Optional<PaymentMethod> way(
      Transaction transaction, UUID restaurantId, OrderSummary order, PaymentMethod wanted) {
    List<PaymentMethod> offered =
        payments.methods(transaction, restaurantId, order.branchId(), order.total());
    return offered.contains(wanted) ? Optional.of(wanted) : Payments.usual(offered);
  }

  private Optional<Payment> lastPaid(Transaction transaction, UUID restaurantId, UUID orderId) {
    return ledger.payments.ofOrder(transaction, restaurantId, orderId).reversed().stream()
        .filter(payment -> PaymentMove.isPaid(payment.state()))
        .findFirst();
  }

  /// The newest money first: the oldest payment is the order's own, later ones were added to it.
  private void giveBack(
      Transaction transaction, UUID restaurantId, OrderSummary order, long halalas) {
    long rest = halalas;
    for (Payment seen : ledger.payments.ofOrder(transaction, restaurantId, order.id()).reversed()) {
      Payment payment = ledger.payments.lock(transaction, restaurantId, seen.id()).orElseThrow();
      long back = Math.min(rest, payments.left(transaction, restaurantId, payment).halalas());
      if (back > 0 && PaymentMove.isPaid(payment.state())) {
        rest -= back;
        ledger.giveBack(
            transaction,
            restaurantId,
            payment,
            PaymentTask.Reason.ALTERED,
            new Money(back),
            null,
            null);
      }
    }
  }
}
