package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderAxis;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells whoever follows orders what became of one.
final class Followers {

  private final List<OrderFollower> all;
  private final OrderStore store;
  private final Clock clock;

  Followers(List<OrderFollower> all, OrderStore store, Clock clock) {
    this.all = all;
    this.store = store;
    this.clock = clock;
  }

  /// An order was placed, or moved.
  ///
  /// @param from null when it was placed
  void tell(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      @Nullable OrderStatus from,
      Actor actor) {
    if (!all.isEmpty()) {
      OrderStep step = step(transaction, restaurantId, order, from, actor);
      all.forEach(follower -> follower.follow(transaction, restaurantId, step));
    }
  }

  /// It is something else from now on.
  void tellAltered(Transaction transaction, UUID restaurantId, OrderSummary order, Actor actor) {
    if (!all.isEmpty()) {
      OrderStep step = step(transaction, restaurantId, order, order.status(), actor);
      all.forEach(follower -> follower.followAltering(transaction, restaurantId, step));
    }
  }

  /// Whether the order is tied to something.
  boolean isTied(Transaction transaction, UUID restaurantId, UUID orderId, OrderFollower.Tie tie) {
    return all.stream().anyMatch(one -> one.tie(transaction, restaurantId, orderId) == tie);
  }

  /// Another branch makes it.
  void tellBranch(
      Transaction transaction, UUID restaurantId, OrderSummary order, UUID before, Actor actor) {
    if (!all.isEmpty()) {
      OrderStep step = step(transaction, restaurantId, order, order.status(), actor);
      all.forEach(follower -> follower.followBranch(transaction, restaurantId, step, before));
    }
  }

  /// Its money moved, by itself or along with the order.
  void tellMoney(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      Order before,
      Machine.Done done,
      Asked asked) {
    Payment is = done.order().payment();
    PaymentStep step =
        new PaymentStep(
            order,
            before.payment().state(),
            is.state(),
            amount(is, done.move()),
            asked.actor(),
            asked.command().why(),
            clock.instant());
    all.forEach(follower -> follower.followPayment(transaction, restaurantId, step));
  }

  private static @Nullable Money amount(Payment payment, Move move) {
    if (move.axis() == OrderAxis.PAYMENT) {
      return move.amount();
    }
    return payment.state() == OrderPaymentState.REFUND_PENDING ? payment.asked() : null;
  }

  private OrderStep step(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      @Nullable OrderStatus from,
      Actor actor) {
    List<OrderLine> lines = store.lines(transaction, restaurantId, order.id());
    return new OrderStep(order, lines, from, actor, order.reason(), clock.instant());
  }
}
