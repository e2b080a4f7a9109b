package com.crmres.server.ordering;

import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.AlarmRung;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Lets a new order call for an answer, louder with each rung, until somebody has seen it.
final class AlarmLadder {

  private final EventLog events;
  private final List<OrderPorts.AlarmFollower> followers;
  private final OrderTimers timers = new OrderTimers();

  AlarmLadder(EventLog events, List<OrderPorts.AlarmFollower> followers) {
    this.events = events;
    this.followers = followers;
  }

  /// An order came to a branch: the first rung, at once.
  ///
  /// @param since when it came there
  void begin(Transaction transaction, UUID restaurantId, OrderSummary order, Instant since) {
    ring(transaction, restaurantId, order, AlarmRung.CHIME, since);
  }

  /// Whether an order still calls.
  static boolean calls(OrderSummary order) {
    return order.status() == OrderStatus.PENDING
        && !order.standing().flags().contains(OrderFlag.ACKNOWLEDGED);
  }

  /// One rung: screens are told, and the next one is set.
  ///
  /// @param since when the order came to its branch
  void ring(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      AlarmRung rung,
      Instant since) {
    events.append(
        transaction,
        restaurantId,
        order.branchId(),
        new LiveEvent.OrderAlarm(order.id(), order.branchId(), rung, since));
    followers.forEach(follower -> follower.rang(transaction, restaurantId, order, rung));
    next(rung)
        .ifPresent(next ->
            timers.set(
                transaction,
                restaurantId,
                new OrderTimers.Timer(
                    order.id(), OrderTimers.Kind.ALARM, next, since.plus(next.after()))));
  }

  private static Optional<AlarmRung> next(AlarmRung rung) {
    return Arrays.stream(AlarmRung.values()).filter(later -> later.compareTo(rung) > 0).findFirst();
  }
}
