package com.crmres.server.ordering;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.promise.Slots;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurants;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps an order's place in the quarter of its time while the order moves.
final class SlotKeeping {

  private static final Set<OrderStatus> NOT_MADE =
      Set.of(OrderStatus.REJECTED, OrderStatus.EXPIRED, OrderStatus.CANCELLED);

  private final Restaurants restaurants;
  private final Slots slots = new Slots();

  SlotKeeping(Restaurants restaurants) {
    this.restaurants = restaurants;
  }

  /// Finds an order a place at another branch or time, if there is one; otherwise it keeps its own.
  boolean finds(Transaction transaction, UUID restaurantId, Order moved, int pieces, Instant now) {
    Branch branch = restaurants.branch(transaction, restaurantId, moved.branchId()).orElseThrow();
    Instant wanted = moved.times().scheduledFor();
    return slots.move(
        transaction,
        restaurantId,
        branch,
        moved.id(),
        at(branch, wanted, now),
        Slots.kitchenMinutes(pieces),
        wanted != null);
  }

  /// What is not made takes no place; what is made after all takes one, and where that quarter is
  /// full by now, people have decided it.
  void follow(
      Transaction transaction, UUID restaurantId, Order before, OrderSummary after, Instant now) {
    boolean gone = NOT_MADE.contains(after.status());
    if (gone || NOT_MADE.contains(before.status())) {
      slots.release(transaction, restaurantId, after.id());
    }
    if (!gone && NOT_MADE.contains(before.status())) {
      reserve(transaction, restaurantId, after, now);
    }
  }

  /// Whoever named no time gets it when the branch is usually done.
  private static Instant at(Branch branch, @Nullable Instant wanted, Instant now) {
    return wanted == null ? now.plusSeconds(60L * branch.preparationMinutes()) : wanted;
  }

  private void reserve(
      Transaction transaction, UUID restaurantId, OrderSummary order, Instant now) {
    Branch branch = restaurants.branch(transaction, restaurantId, order.branchId()).orElseThrow();
    Instant wanted = order.standing().scheduledFor();
    int pieces = order.lines().stream().mapToInt(OrderSummary.Line::quantity).sum();
    slots.reserve(
        transaction,
        restaurantId,
        branch,
        order.id(),
        at(branch, wanted, now),
        Slots.kitchenMinutes(pieces),
        wanted != null);
  }
}
