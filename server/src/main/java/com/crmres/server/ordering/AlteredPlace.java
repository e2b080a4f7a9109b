package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.ConfirmResult;
import com.crmres.server.ordering.promise.Slots;
import com.crmres.server.restaurant.Branch;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Finds a changed order its place: in what its branch takes money for, and in the kitchen's time.
final class AlteredPlace {

  private final Carts carts;
  private final OrderStore store;
  private final Purse purse;
  private final Slots slots = new Slots();

  AlteredPlace(Carts carts, OrderStore store, Purse purse) {
    this.carts = carts;
    this.store = store;
    this.purse = purse;
  }

  /// Why the whole of it cannot be: no money is taken for so much, or the kitchen has no time.
  Optional<PlaceResult> refusal(
      Transaction transaction, UUID restaurantId, Order order, ConfirmResult.Confirmed yes) {
    Money total = yes.priced().total();
    return purse.takes(transaction, restaurantId, order.branchId(), total)
        ? keepPlace(transaction, restaurantId, order, yes)
        : Optional.of(new PlaceResult.NotPayable(order.branchId(), total));
  }

  /// Takes the place in the kitchen's time that the changed order needs, instead of the one it has:
  /// both or none. What is not larger, and for the same time, needs no other.
  private Optional<PlaceResult> keepPlace(
      Transaction transaction, UUID restaurantId, Order order, ConfirmResult.Confirmed yes) {
    Instant wanted = OrderStore.scheduled(yes.cart(), yes.at());
    boolean sameTime = Objects.equals(wanted, order.times().scheduledFor());
    Instant ready = carts.readyAt(transaction, restaurantId, yes.cart()).orElseThrow();
    Instant from =
        sameTime ? slots.claimed(transaction, restaurantId, order.id()).orElse(ready) : ready;
    int before =
        minutes(
            store.lines(transaction, restaurantId, order.id()).stream()
                .mapToInt(line -> line.sold().quantity()));
    int minutes = minutes(yes.cart().lines().stream().mapToInt(CartLine::quantity));
    if (sameTime && minutes == before) {
      return Optional.empty();
    }
    Branch branch = yes.branch();
    Optional<Instant> taken =
        transaction.attempt(
            () -> {
              slots.release(transaction, restaurantId, order.id());
              return slots.reserve(
                  transaction, restaurantId, branch, order.id(), from, minutes, wanted != null);
            },
            Optional::isPresent);
    return taken.isPresent() || (sameTime && minutes < before)
        ? Optional.empty()
        : Optional.of(
            new PlaceResult.Full(
                branch.id(),
                slots.free(transaction, restaurantId, branch, from, minutes, Carts.OFFERED)));
  }

  private static int minutes(IntStream quantities) {
    return Slots.kitchenMinutes(quantities.sum());
  }
}
