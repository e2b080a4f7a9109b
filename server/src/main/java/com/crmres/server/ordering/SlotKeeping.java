package com.crmres.server.ordering;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.promise.Slots;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurants;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Keeps an order's place in the quarter of its time while the order moves.
final class SlotKeeping {

  private static final Set<OrderStatus> NOT_MADE =
      Set.of(OrderStatus.REJECTED, OrderStatus.EXPIRED, OrderStatus.CANCELLED);

  private final Restaurants restaurants;
  private final Slots slots = new Slots();

  SlotKeeping(Restaurants restaurants) {
    this.restaurants = restaurants;
  }

  /// What is not made takes no place; what is made elsewhere, at another time or after all takes
  /// one there. People have decided that already, so a full quarter does not stop it.
  void follow(
      Transaction transaction, UUID restaurantId, Order before, OrderSummary after, Instant now) {
    boolean gone = NOT_MADE.contains(after.status());
    if (gone || isElsewhere(before, after) || NOT_MADE.contains(before.status())) {
      slots.release(transaction, restaurantId, after.id());
    }
    if (!gone && (isElsewhere(before, after) || NOT_MADE.contains(before.status()))) {
      reserve(transaction, restaurantId, after, now);
    }
  }

  private static boolean isElsewhere(Order before, OrderSummary after) {
    return !before.branchId().equals(after.branchId())
        || !Objects.equals(before.times().scheduledFor(), after.standing().scheduledFor());
  }

  private void reserve(
      Transaction transaction, UUID restaurantId, OrderSummary order, Instant now) {
    Branch branch = restaurants.branch(transaction, restaurantId, order.branchId()).orElseThrow();
    Instant wanted = order.standing().scheduledFor();
    Instant at = wanted == null ? now.plusSeconds(60L * branch.preparationMinutes()) : wanted;
    int pieces = order.lines().stream().mapToInt(OrderSummary.Line::quantity).sum();
    slots.reserve(
        transaction,
        restaurantId,
        branch,
        order.id(),
        at,
        Slots.kitchenMinutes(pieces),
        wanted != null);
  }
}
