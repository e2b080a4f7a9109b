package com.crmres.server.ordering;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.server.database.Transaction;
import com.crmres.server.restaurant.Restaurants;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sets what the clock will ask of an order, as it follows from where the order stands.
final class OrderClock {

  static final Duration COLLECTED_AFTER = Duration.ofHours(3);
  static final Duration DECIDED_WITHIN = Duration.ofMinutes(3);

  private final Restaurants restaurants;
  private final OrderTimers timers = new OrderTimers();

  OrderClock(Restaurants restaurants) {
    this.restaurants = restaurants;
  }

  /// Sets it anew, if it is another than before.
  void follow(Transaction transaction, UUID restaurantId, Order before, Order moved) {
    if (isQuiet(moved) && !isQuiet(before)) {
      timers.lift(transaction, restaurantId, moved.id(), OrderTimers.Kind.ALARM);
    }
    boolean same =
        before.status() == moved.status()
            && before.flags().equals(moved.flags())
            && before.times().equals(moved.times());
    if (same) {
      return;
    }
    timers.liftOfState(transaction, restaurantId, moved.id());
    of(transaction, restaurantId, moved)
        .ifPresent(timer -> timers.set(transaction, restaurantId, timer));
  }

  private Optional<OrderTimers.Timer> of(Transaction transaction, UUID restaurantId, Order order) {
    return switch (order.status()) {
      case CONFIRMED -> fire(transaction, restaurantId, order);
      case READY ->
          order.fulfilment() == Fulfilment.PICKUP
              ? timer(order, OrderTimers.Kind.COMPLETE, order.times().since().plus(COLLECTED_AFTER))
              : Optional.empty();
      case CANCEL_REQUESTED ->
          order.has(OrderFlag.CANCEL_LATE)
              ? Optional.empty()
              : timer(
                  order, OrderTimers.Kind.CANCEL_LATE, order.times().since().plus(DECIDED_WITHIN));
      case PENDING,
          PREPARING,
          OUT_FOR_DELIVERY,
          DELIVERED,
          REJECTED,
          EXPIRED,
          CANCELLED,
          DELIVERY_FAILED ->
          Optional.empty();
    };
  }

  private Optional<OrderTimers.Timer> fire(
      Transaction transaction, UUID restaurantId, Order order) {
    @Nullable Instant wanted = order.times().scheduledFor();
    if (wanted == null) {
      return Optional.empty();
    }
    int minutes =
        restaurants
            .branch(transaction, restaurantId, order.branchId())
            .orElseThrow()
            .preparationMinutes();
    return timer(order, OrderTimers.Kind.FIRE, wanted.minus(Duration.ofMinutes(minutes)));
  }

  private static Optional<OrderTimers.Timer> timer(
      Order order, OrderTimers.Kind kind, Instant due) {
    return Optional.of(new OrderTimers.Timer(order.id(), kind, null, due));
  }

  /// Whether it calls for no answer any more.
  private static boolean isQuiet(Order order) {
    return order.status() != OrderStatus.PENDING || order.has(OrderFlag.ACKNOWLEDGED);
  }
}
