package com.crmres.server.payment;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentState;
import com.crmres.common.payment.PaymentTask;
import com.crmres.server.database.Transaction;
import com.crmres.server.receipt.Receipts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What follows from money that went back: tasks are done, and what staff gave back of a sale is
/// taken out of its invoice.
final class Returned {

  private final Ledger ledger;
  private final Receipts receipts;
  private final Telling telling;

  Returned(Ledger ledger, Receipts receipts, Telling telling) {
    this.ledger = ledger;
    this.receipts = receipts;
    this.telling = telling;
  }

  /// This much went back by now. Told again, nothing follows.
  ///
  /// @param before as we knew the payment
  /// @param order its number
  void money(
      Transaction transaction,
      UUID restaurantId,
      Payment before,
      ProviderAnswer.Known known,
      String order) {
    Money more = Answers.rest(known.refunded(), before.byProvider());
    Money inAll = before.refunded().plus(more);
    if (more.halalas() <= 0 || inAll.compareTo(before.amount()) > 0) {
      return;
    }
    ledger.payments.refunded(transaction, restaurantId, before.id(), inAll, known.transactionId());
    Payment payment = moved(transaction, restaurantId, before.id());
    settleTasks(transaction, restaurantId, payment, more);
    telling.refunded(transaction, restaurantId, payment, more, order);
  }

  /// People have given back what a task asks for.
  PaymentTask byHand(
      Transaction transaction, UUID restaurantId, PaymentTask task, @Nullable UUID staffId) {
    PaymentTask done =
        ledger.settle(transaction, restaurantId, task.id(), PaymentTask.State.DONE, staffId);
    if (!OrderPurse.isOurs(task)) {
      return done;
    }
    Payment before =
        ledger.payments.lock(transaction, restaurantId, task.paymentId()).orElseThrow();
    Money given = least(task.amount(), before.left());
    ledger.payments.givenByHand(transaction, restaurantId, before.id(), given);
    Payment payment = moved(transaction, restaurantId, task.paymentId());
    if (isTakenBack(task)) {
      takeBack(transaction, restaurantId, payment, task.id(), given, why(task));
    }
    return done;
  }

  /// Money came for what a change added to an order: the paper of the order does not hold it.
  void addition(Transaction transaction, UUID restaurantId, OrderSummary order, Payment payment) {
    boolean added =
        ledger.payments.ofOrder(transaction, restaurantId, order.id()).stream()
            .filter(other -> !other.id().equals(payment.id()))
            .anyMatch(other -> PaymentMove.isPaid(other.state()));
    if (added) {
      receipts.add(transaction, restaurantId, order, payment.id(), payment.amount());
    }
  }

  /// An order that ended takes its whole invoice back by itself.
  private static boolean isTakenBack(PaymentTask task) {
    return task.reason() == PaymentTask.Reason.ASKED || task.reason() == PaymentTask.Reason.ALTERED;
  }

  /// What the note says.
  private static String why(PaymentTask task) {
    return task.reason() == PaymentTask.Reason.ALTERED
        ? Receipts.ALTERED
        : Objects.requireNonNullElse(task.words(), PaymentState.REFUNDED.wireName());
  }

  private static Money least(Money one, Money other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /// The payment, moved where what went back of it brings it.
  private Payment moved(Transaction transaction, UUID restaurantId, UUID paymentId) {
    Payment payment = ledger.payments.lock(transaction, restaurantId, paymentId).orElseThrow();
    PaymentState state =
        payment.left().halalas() == 0 ? PaymentState.REFUNDED : PaymentState.PARTLY_REFUNDED;
    if (!ledger.move(transaction, restaurantId, payment, state)) {
      ledger.tell(transaction, restaurantId, paymentId);
    }
    return payment;
  }

  private void settleTasks(
      Transaction transaction, UUID restaurantId, Payment payment, Money more) {
    List<PaymentTask> tasks = ledger.tasks.underWay(transaction, restaurantId, payment.id());
    boolean nothingLeft = payment.left().halalas() == 0;
    Money unexplained = more;
    for (PaymentTask task : tasks) {
      if (nothingLeft || task.amount().compareTo(unexplained) <= 0) {
        Money part = least(task.amount(), unexplained);
        unexplained = Answers.rest(unexplained, part);
        ledger.settle(transaction, restaurantId, task.id(), PaymentTask.State.DONE, null);
        if (isTakenBack(task)) {
          takeBack(transaction, restaurantId, payment, task.id(), part, why(task));
        }
      }
    }
    if (unexplained.halalas() > 0) {
      UUID command = commandOf(payment);
      String words = PaymentState.REFUNDED.wireName();
      takeBack(transaction, restaurantId, payment, command, unexplained, words);
    }
  }

  private void takeBack(
      Transaction transaction,
      UUID restaurantId,
      Payment payment,
      UUID command,
      Money amount,
      String words) {
    receipts.takeBack(transaction, restaurantId, payment.orderId(), command, amount, words);
  }

  /// Given back in the provider's own program: the new sum is the command.
  private static UUID commandOf(Payment payment) {
    return UUID.nameUUIDFromBytes(
        ("refund of " + payment.id() + " up to " + payment.refunded().text())
            .getBytes(StandardCharsets.UTF_8));
  }
}
