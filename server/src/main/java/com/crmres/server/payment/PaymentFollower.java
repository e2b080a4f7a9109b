package com.crmres.server.payment;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.common.payment.PaymentState;
import com.crmres.common.payment.PaymentTask;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.OrderFollower;
import com.crmres.server.ordering.OrderStep;
import java.util.List;
import java.util.UUID;

/// Follows an order with its money: what is paid at the door is paid when it is handed over, and
/// what was paid for an order that ends goes back.
public final class PaymentFollower implements OrderFollower {

  private final Payments payments;
  private final Ledger ledger;
  private final Choosing choosing;

  PaymentFollower(Payments payments, Ledger ledger, Choosing choosing) {
    this.payments = payments;
    this.ledger = ledger;
    this.choosing = choosing;
  }

  @Override
  public void follow(Transaction transaction, UUID restaurantId, OrderStep step) {
    OrderSummary order = step.order();
    if (step.from() == null) {
      choosing.begin(transaction, restaurantId, order);
    } else if (order.status() == OrderStatus.DELIVERED) {
      collected(transaction, restaurantId, order.id());
    } else if (Payments.isOver(order.status())) {
      over(transaction, restaurantId, order.id());
    }
  }

  /// Money that has come, or that a bank keeps for us, was meant for the old price.
  @Override
  public Tie tie(Transaction transaction, UUID restaurantId, UUID orderId) {
    return ledger.payments.ofOrder(transaction, restaurantId, orderId).stream()
            .anyMatch(payment -> PaymentMove.isPaid(payment.state()))
        ? Tie.PAID
        : Tie.NONE;
  }

  @Override
  public void followAltering(Transaction transaction, UUID restaurantId, OrderStep step) {
    if (!payments.reprice(transaction, restaurantId, step.order())) {
      choosing.begin(transaction, restaurantId, step.order());
    }
  }

  private void collected(Transaction transaction, UUID restaurantId, UUID orderId) {
    for (Payment payment : locked(transaction, restaurantId, orderId)) {
      if (payment.method() != PaymentMethod.LINK && PaymentMove.isOpen(payment.state())) {
        ledger.move(transaction, restaurantId, payment, PaymentState.PAID);
      }
    }
  }

  private void over(Transaction transaction, UUID restaurantId, UUID orderId) {
    for (Payment payment : locked(transaction, restaurantId, orderId)) {
      if (PaymentMove.isOpen(payment.state())) {
        payments.giveUp(transaction, restaurantId, payment);
      } else if (PaymentMove.isPaid(payment.state())) {
        ledger.giveBack(
            transaction,
            restaurantId,
            payment,
            PaymentTask.Reason.ORDER_ENDED,
            payment.left(),
            null,
            null);
      }
    }
  }

  private List<Payment> locked(Transaction transaction, UUID restaurantId, UUID orderId) {
    return ledger.payments.ofOrder(transaction, restaurantId, orderId).stream()
        .flatMap(payment -> ledger.payments.lock(transaction, restaurantId, payment.id()).stream())
        .toList();
  }
}
