package com.crmres.server.payment;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.common.payment.PaymentState;
import com.crmres.common.payment.PaymentTask;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.OrderFollower;
import com.crmres.server.ordering.OrderStep;
import com.crmres.server.ordering.PaymentStep;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Does with payments what was decided about an order's money: what is let go waits no more, what
/// was taken at the door came, what is to go back goes back. What payments did themselves is no
/// news to them.
public final class PaymentFollower implements OrderFollower {

  private final Payments payments;
  private final Settling settling;
  private final Ledger ledger;
  private final Returned returned;
  private final Choosing choosing;
  private final Clock clock;
  private final Ids ids;

  PaymentFollower(
      Payments payments,
      Settling settling,
      Ledger ledger,
      Returned returned,
      Choosing choosing,
      Clock clock,
      Ids ids) {
    this.payments = payments;
    this.settling = settling;
    this.ledger = ledger;
    this.returned = returned;
    this.choosing = choosing;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public void follow(Transaction transaction, UUID restaurantId, OrderStep step) {
    if (step.from() == null) {
      choosing.begin(transaction, restaurantId, step.order());
    }
  }

  @Override
  public void followPayment(Transaction transaction, UUID restaurantId, PaymentStep step) {
    if (step.actor().kind() == Actor.Kind.PAYMENT) {
      return;
    }
    OrderSummary order = step.order();
    switch (step.to()) {
      case COD_DUE -> choosing.begin(transaction, restaurantId, order);
      case COD_COLLECTED, COD_SHORT -> collect(transaction, restaurantId, step);
      case VOIDED -> letGo(transaction, restaurantId, order.id());
      case REFUND_PENDING -> giveBack(transaction, restaurantId, step);
      case REFUNDED, PARTIALLY_REFUNDED -> givenBack(transaction, restaurantId, step);
      case NONE, PENDING, AUTHORISED, PAID, FAILED, EXPIRED -> {
        // Only payments bring an order there.
      }
    }
  }

  /// Who gave too little at the door is asked by people.
  @Override
  public Tie tie(Transaction transaction, UUID restaurantId, UUID orderId) {
    return ledger.payments.ofOrder(transaction, restaurantId, orderId).stream()
            .anyMatch(payment -> payment.state() == PaymentState.SHORT)
        ? Tie.PAID
        : Tie.NONE;
  }

  @Override
  public void followAltering(Transaction transaction, UUID restaurantId, OrderStep step) {
    settling.settle(transaction, restaurantId, step.order());
  }

  /// Its money is the business of the branch that makes it.
  @Override
  public void followBranch(
      Transaction transaction, UUID restaurantId, OrderStep step, UUID before) {
    UUID branchId = step.order().branchId();
    ledger.payments.belongTo(transaction, restaurantId, step.order().id(), branchId);
    ledger.tasks.belongTo(transaction, restaurantId, step.order().id(), branchId);
    settling.settle(transaction, restaurantId, step.order());
  }

  private void collect(Transaction transaction, UUID restaurantId, PaymentStep step) {
    Payment payment = atTheDoor(transaction, restaurantId, step.order());
    Money more = step.amount() == null ? payment.amount() : step.amount();
    Money before = payment.collected() == null ? Money.ZERO : payment.collected();
    Money inAll = before.plus(more);
    ledger.payments.collected(transaction, restaurantId, payment.id(), inAll);
    boolean whole = inAll.compareTo(payment.amount()) >= 0;
    if (!ledger.move(
        transaction, restaurantId, payment, whole ? PaymentState.PAID : PaymentState.SHORT)) {
      ledger.tell(transaction, restaurantId, payment.id());
    }
    if (whole) {
      ledger.rested(transaction, restaurantId, payment, step.actor().staffId());
      returned.addition(transaction, restaurantId, step.order(), payment);
    } else {
      Money missing = new Money(payment.amount().halalas() - inAll.halalas());
      ledger.lacks(transaction, restaurantId, payment, missing);
    }
  }

  /// The payment that is due at the hand-over; an order of which none was agreed has a new one.
  private Payment atTheDoor(Transaction transaction, UUID restaurantId, OrderSummary order) {
    Optional<Payment> due =
        locked(transaction, restaurantId, order.id()).stream()
            .filter(payment -> payment.method() != PaymentMethod.LINK)
            .filter(payment ->
                PaymentMove.isOpen(payment.state()) || payment.state() == PaymentState.SHORT)
            .findFirst();
    if (due.isPresent()) {
      return due.get();
    }
    Instant now = clock.instant();
    long rest = payments.due(transaction, restaurantId, order);
    Payment cash =
        new Payment(
            ids.next(),
            order.id(),
            order.branchId(),
            order.conversationId(),
            PaymentMethod.CASH,
            PaymentState.CREATED,
            rest > 0 ? new Money(rest) : order.total(),
            null,
            Money.ZERO,
            Money.ZERO,
            null,
            null,
            null,
            null,
            now,
            now);
    ledger.payments.add(transaction, restaurantId, cash, null);
    return cash;
  }

  private void letGo(Transaction transaction, UUID restaurantId, UUID orderId) {
    locked(transaction, restaurantId, orderId).stream()
        .filter(payment -> PaymentMove.isOpen(payment.state()))
        .forEach(payment -> payments.giveUp(transaction, restaurantId, payment));
  }

  private void giveBack(Transaction transaction, UUID restaurantId, PaymentStep step) {
    boolean ended = Payments.isOver(step.order().status());
    if (ended) {
      letGo(transaction, restaurantId, step.order().id());
    }
    long rest = step.amount() == null ? Long.MAX_VALUE : step.amount().halalas();
    for (Payment payment : locked(transaction, restaurantId, step.order().id())) {
      long left = payments.left(transaction, restaurantId, payment).halalas();
      long back = Math.min(left, rest);
      if (PaymentMove.isPaid(payment.state()) && back > 0) {
        rest -= back;
        ledger.giveBack(
            transaction,
            restaurantId,
            payment,
            ended ? PaymentTask.Reason.ORDER_ENDED : PaymentTask.Reason.ASKED,
            new Money(back),
            step.why().words(),
            null);
      }
    }
  }

  /// Staff gave it back; what the provider is asked for, only he can say.
  private void givenBack(Transaction transaction, UUID restaurantId, PaymentStep step) {
    UUID staffId = step.actor().staffId();
    ledger.tasks.ofOrder(transaction, restaurantId, step.order().id()).stream()
        .filter(task -> task.state() == PaymentTask.State.FOR_PEOPLE)
        .filter(OrderPurse::isOwed)
        .forEach(task -> returned.byHand(transaction, restaurantId, task, staffId));
  }

  private List<Payment> locked(Transaction transaction, UUID restaurantId, UUID orderId) {
    return ledger.payments.ofOrder(transaction, restaurantId, orderId).stream()
        .flatMap(payment -> ledger.payments.lock(transaction, restaurantId, payment.id()).stream())
        .toList();
  }
}
