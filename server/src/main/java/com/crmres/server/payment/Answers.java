package com.crmres.server.payment;

import com.crmres.common.money.Money;
import com.crmres.common.payment.PaymentState;
import com.crmres.common.payment.PaymentTask;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.Orders;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Keeps what a provider answered, in one transaction with all that follows from it.
final class Answers {

  private static final System.Logger LOG = System.getLogger(Answers.class.getName());

  /// Callbacks get lost: an open link is asked about as often.
  private static final Duration POLL = Duration.ofMinutes(1);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final int MOST_DOUBLINGS = 5;

  /// About a day of pauses; then people are asked.
  private static final int MOST_ATTEMPTS = 1_400;

  private final Ledger ledger;
  private final Orders orders;
  private final Arrived arrived;
  private final Returned returned;
  private final Telling telling;
  private final Clock clock;

  Answers(
      Ledger ledger,
      Orders orders,
      Arrived arrived,
      Returned returned,
      Telling telling,
      Clock clock) {
    this.ledger = ledger;
    this.orders = orders;
    this.arrived = arrived;
    this.returned = returned;
    this.telling = telling;
    this.clock = clock;
  }

  /// Keeps an answer, unless the call is another's by now.
  ///
  /// @return whether it was kept
  boolean keep(Transaction transaction, CallQueue.Held call, ProviderAnswer answer) {
    UUID restaurantId = call.restaurantId();
    Payment seen = ledger.payments.find(transaction, restaurantId, call.paymentId()).orElseThrow();
    // Conversation before order and payment, as wherever an order moves: no deadlock.
    orders.hold(transaction, restaurantId, seen.orderId());
    Payment payment = ledger.payments.lock(transaction, restaurantId, seen.id()).orElseThrow();
    boolean kept = keep(transaction, call, payment, answer);
    orders.count(transaction, restaurantId, seen.orderId());
    return kept;
  }

  private boolean keep(
      Transaction transaction, CallQueue.Held call, Payment payment, ProviderAnswer answer) {
    return switch (answer) {
      case ProviderAnswer.Known known ->
          ledger.calls.done(transaction, call) && known(transaction, call, payment, known);
      case ProviderAnswer.Refused(String reason, boolean passing) ->
          passing
              ? later(transaction, call, payment, reason)
              : ledger.calls.done(transaction, call) && refused(transaction, call, payment, reason);
      case ProviderAnswer.InDoubt(String reason) -> later(transaction, call, payment, reason);
    };
  }

  String orderNumber(Transaction transaction, UUID restaurantId, Payment payment) {
    return orders.find(transaction, restaurantId, payment.orderId()).orElseThrow().number();
  }

  private boolean known(
      Transaction transaction, CallQueue.Held call, Payment payment, ProviderAnswer.Known known) {
    UUID restaurantId = call.restaurantId();
    if (call.kind() == CallKind.CREATE) {
      ledger.payments.made(
          transaction, restaurantId, payment.id(), known.providerId(), known.url());
      if (ledger.move(transaction, restaurantId, payment, PaymentState.PENDING)) {
        telling.link(
            transaction,
            restaurantId,
            payment,
            orderNumber(transaction, restaurantId, payment),
            known.url());
      }
    }
    Payment now = ledger.payments.find(transaction, restaurantId, payment.id()).orElseThrow();
    if (isOurs(now, known)) {
      stands(transaction, call, now, known);
    } else {
      differs(transaction, restaurantId, now, known);
    }
    return true;
  }

  private static boolean isOurs(Payment payment, ProviderAnswer.Known known) {
    return known.amount().equals(payment.amount())
        && known.currency().equals("SAR")
        && payment.id().equals(known.reference())
        && payment.orderId().equals(known.orderId());
  }

  private void differs(
      Transaction transaction, UUID restaurantId, Payment payment, ProviderAnswer.Known known) {
    LOG.log(Level.ERROR, "payment {0}: the provider tells another sale", payment.id());
    if (known.standing() == ProviderAnswer.Standing.PAID && known.amount().halalas() > 0) {
      ledger.giveBack(
          transaction,
          restaurantId,
          payment,
          PaymentTask.Reason.DIFFERS,
          known.amount(),
          known.amount().text() + " " + known.currency(),
          null);
    } else {
      askAgain(transaction, restaurantId, payment);
    }
  }

  private void stands(
      Transaction transaction, CallQueue.Held call, Payment payment, ProviderAnswer.Known known) {
    UUID restaurantId = call.restaurantId();
    switch (known.standing()) {
      case PAID -> {
        arrived.money(transaction, restaurantId, payment);
        returned.money(
            transaction,
            restaurantId,
            payment,
            known,
            orderNumber(transaction, restaurantId, payment));
      }
      case OPEN -> open(transaction, restaurantId, payment);
      case FAILED -> ledger.move(transaction, restaurantId, payment, PaymentState.FAILED);
      case EXPIRED -> ledger.move(transaction, restaurantId, payment, PaymentState.EXPIRED);
      case CANCELLED -> ledger.move(transaction, restaurantId, payment, PaymentState.CANCELLED);
    }
  }

  /// The link is open with the provider: it is closed once we do not want it any more.
  private void open(Transaction transaction, UUID restaurantId, Payment payment) {
    boolean over = isOver(payment);
    if (PaymentMove.isOpen(payment.state()) && !over) {
      askAgain(transaction, restaurantId, payment);
    } else if (ledger.move(transaction, restaurantId, payment, PaymentState.EXPIRED)
        || (payment.state() != PaymentState.PENDING && !over)) {
      ledger.call(transaction, restaurantId, payment.id(), CallKind.CANCEL);
    }
  }

  private boolean isOver(Payment payment) {
    Instant expires = payment.expiresAt();
    return expires != null && !clock.instant().isBefore(expires);
  }

  private void askAgain(Transaction transaction, UUID restaurantId, Payment payment) {
    if (PaymentMove.isOpen(payment.state())) {
      ledger.calls.want(
          transaction, restaurantId, payment.id(), CallKind.FETCH, clock.instant().plus(POLL));
    }
  }

  private boolean refused(
      Transaction transaction, CallQueue.Held call, Payment payment, String reason) {
    LOG.log(Level.WARNING, "payment {0}: {1} was refused: {2}", payment.id(), call.kind(), reason);
    UUID restaurantId = call.restaurantId();
    switch (call.kind()) {
      case CREATE -> notMade(transaction, restaurantId, payment);
      case FETCH -> ledger.move(transaction, restaurantId, payment, PaymentState.FAILED);
      case CANCEL ->
          ledger.calls.want(
              transaction, restaurantId, payment.id(), CallKind.FETCH, clock.instant().plus(POLL));
      case REFUND -> forPeople(transaction, restaurantId, payment);
    }
    return true;
  }

  private void notMade(Transaction transaction, UUID restaurantId, Payment payment) {
    if (ledger.move(transaction, restaurantId, payment, PaymentState.FAILED)) {
      telling.noLink(
          transaction, restaurantId, payment, orderNumber(transaction, restaurantId, payment));
    }
  }

  private void forPeople(Transaction transaction, UUID restaurantId, Payment payment) {
    for (PaymentTask task : ledger.tasks.underWay(transaction, restaurantId, payment.id())) {
      ledger.settle(transaction, restaurantId, task.id(), PaymentTask.State.FOR_PEOPLE, null);
    }
  }

  private boolean later(
      Transaction transaction, CallQueue.Held call, Payment payment, String reason) {
    boolean hopeless =
        call.attempts() > MOST_ATTEMPTS || (call.kind() == CallKind.CREATE && isOver(payment));
    if (hopeless) {
      return ledger.calls.done(transaction, call) && refused(transaction, call, payment, reason);
    }
    long doublings = Math.min(MOST_DOUBLINGS, call.attempts() - 1L);
    Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
    return ledger.calls.again(transaction, call, clock.instant().plus(pause));
  }

  /// What stands of an amount after a part of it.
  static Money rest(Money amount, Money part) {
    return new Money(amount.halalas() - part.halalas());
  }
}
