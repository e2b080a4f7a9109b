package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderPaymentState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The money of an order: what it costs, what came in, what went back. Never more goes back than
/// came in.
///
/// @param asked of a refund that is under way
record Payment(OrderPaymentState state, Money total, Money paid, Money refunded, Money asked) {

  /// Nothing has happened yet.
  static Payment of(Money total) {
    return new Payment(OrderPaymentState.NONE, total, Money.ZERO, Money.ZERO, Money.ZERO);
  }

  /// What came of a command.
  sealed interface Result {}

  /// It moved.
  ///
  /// @param amount that was taken, or is to go back; null for a move without money
  record Moved(Payment payment, PaymentTransition transition, @Nullable Money amount)
      implements Result {}

  record Refused(Refusal refusal) implements Result {}

  /// What is left to take.
  Money open() {
    return minus(total, paid);
  }

  /// What could go back.
  Money left() {
    return minus(paid, refunded.plus(asked));
  }

  /// The money after a command.
  ///
  /// @param dropped whether the order came to nothing
  Result apply(OrderCommand.Payment command, boolean dropped) {
    return switch (command) {
      case OrderCommand.MarkPaid(Money amount) -> take(command, amount, Long.MAX_VALUE, dropped);
      case OrderCommand.CollectCash(Money amount) ->
          take(command, amount, open().halalas(), dropped);
      case OrderCommand.Refund(_, Money amount) -> refund(command, amount, dropped);
      case OrderCommand.Release _ -> release(command, dropped);
      case OrderCommand.SettleRefund _ -> settle(command, refunded.plus(asked), dropped);
      case OrderCommand.FailRefund _ -> settle(command, refunded, dropped);
      case OrderCommand.OweCash _,
          OrderCommand.AskPayment _,
          OrderCommand.Authorise _,
          OrderCommand.FailPayment _,
          OrderCommand.ExpirePayment _,
          OrderCommand.VoidPayment _,
          OrderCommand.Resume _ ->
          step(command, this, true, dropped, null);
    };
  }

  /// As the payments say.
  Payment counted(OrderMoney money) {
    return new Payment(money.state(), total, money.paid(), money.refunded(), money.asked());
  }

  Payment costing(Money price) {
    return new Payment(state, price, paid, refunded, asked);
  }

  private Result take(
      OrderCommand.Payment command, @Nullable Money amount, long most, boolean dropped) {
    Money taken = amount == null ? open() : amount;
    if (!PaymentTransition.knows(state, command.getClass())) {
      return new Refused(Refusal.WRONG_STATE);
    }
    if (taken.halalas() > most || taken.halalas() < 0) {
      return new Refused(Refusal.TOO_MUCH);
    }
    Money sum = paid.plus(taken);
    boolean whole = sum.compareTo(total) >= 0;
    Optional<PaymentTransition> move = PaymentTransition.of(state, command, whole, dropped);
    Money back = move.filter(Payment::goesBack).isPresent() ? taken : Money.ZERO;
    return step(
        command, new Payment(state, total, sum, refunded, asked.plus(back)), whole, dropped, taken);
  }

  private Result refund(OrderCommand.Payment command, @Nullable Money amount, boolean dropped) {
    Money back = amount == null ? left() : amount;
    if (!PaymentTransition.knows(state, command.getClass())) {
      return new Refused(Refusal.WRONG_STATE);
    }
    return back.halalas() <= 0 || back.compareTo(left()) > 0
        ? new Refused(Refusal.TOO_MUCH)
        : step(
            command,
            new Payment(state, total, paid, refunded, asked.plus(back)),
            true,
            dropped,
            back);
  }

  private Result release(OrderCommand.Payment command, boolean dropped) {
    Money back = left();
    return back.halalas() == 0
        ? step(command, this, true, dropped, null)
        : step(
            command,
            new Payment(state, total, paid, refunded, asked.plus(back)),
            false,
            dropped,
            back);
  }

  /// @param back what has gone back by now
  private Result settle(OrderCommand.Payment command, Money back, boolean dropped) {
    boolean whole =
        command instanceof OrderCommand.SettleRefund
            ? back.equals(paid)
            : refunded.equals(Money.ZERO);
    return step(command, new Payment(state, total, paid, back, Money.ZERO), whole, dropped, asked);
  }

  private Result step(
      OrderCommand.Payment command,
      Payment after,
      boolean whole,
      boolean dropped,
      @Nullable Money amount) {
    return PaymentTransition.of(state, command, whole, dropped)
        .<Result>map(move -> new Moved(after.in(move.target()), move, amount))
        .orElseGet(() -> new Refused(Refusal.WRONG_STATE));
  }

  private static boolean goesBack(PaymentTransition move) {
    return move.target() == OrderPaymentState.REFUND_PENDING;
  }

  private Payment in(OrderPaymentState changed) {
    return new Payment(changed, total, paid, refunded, asked);
  }

  private static Money minus(Money from, Money amount) {
    return new Money(from.halalas() - amount.halalas());
  }
}
