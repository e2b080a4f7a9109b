package com.crmres.server.payment;

import com.crmres.common.money.Money;
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
  void money(
      Transaction transaction, UUID restaurantId, Payment before, ProviderAnswer.Known known) {
    Money more = Answers.rest(known.refunded(), before.refunded());
    if (more.halalas() <= 0 || known.refunded().compareTo(before.amount()) > 0) {
      return;
    }
    ledger.payments.refunded(
        transaction, restaurantId, before.id(), known.refunded(), known.transactionId());
    Payment payment = ledger.payments.find(transaction, restaurantId, before.id()).orElseThrow();
    boolean all = known.refunded().equals(before.amount());
    if (!ledger.move(
        transaction,
        restaurantId,
        payment,
        all ? PaymentState.REFUNDED : PaymentState.PARTLY_REFUNDED)) {
      ledger.tell(transaction, restaurantId, payment.id());
    }
    settleTasks(transaction, restaurantId, payment, more);
    telling.refunded(transaction, restaurantId, payment, more);
  }

  private void settleTasks(
      Transaction transaction, UUID restaurantId, Payment payment, Money more) {
    List<PaymentTask> tasks = ledger.tasks.underWay(transaction, restaurantId, payment.id());
    Money unexplained = more;
    for (PaymentTask task : tasks) {
      if (task.amount().compareTo(unexplained) <= 0) {
        unexplained = Answers.rest(unexplained, task.amount());
        ledger.settle(transaction, restaurantId, task.id(), PaymentTask.State.DONE, null);
        if (task.reason() == PaymentTask.Reason.ASKED) {
          takeBack(transaction, restaurantId, payment, task.id(), task.amount(), task.words());
        }
      }
    }
    if (unexplained.halalas() > 0) {
      UUID command = commandOf(payment);
      takeBack(transaction, restaurantId, payment, command, unexplained, null);
    }
  }

  private void takeBack(
      Transaction transaction,
      UUID restaurantId,
      Payment payment,
      UUID command,
      Money amount,
      @Nullable String words) {
    receipts.takeBack(
        transaction,
        restaurantId,
        payment.orderId(),
        command,
        amount,
        Objects.requireNonNullElse(words, PaymentState.REFUNDED.wireName()));
  }

  /// Given back in the provider's own program: the new sum is the command.
  private static UUID commandOf(Payment payment) {
    return UUID.nameUUIDFromBytes(
        ("refund of " + payment.id() + " up to " + payment.refunded().text())
            .getBytes(StandardCharsets.UTF_8));
  }
}
