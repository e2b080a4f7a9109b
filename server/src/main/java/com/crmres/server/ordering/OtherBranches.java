package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.Elsewhere;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Knows which other branch could make an order that its own does not answer, and takes it there.
final class OtherBranches {

  private final Restaurants restaurants;
  private final Carts carts;
  private final OrderStore store;
  private final Clock clock;
  private final OrderNumbers numbers = new OrderNumbers();

  OtherBranches(Restaurants restaurants, Carts carts, OrderStore store, Clock clock) {
    this.restaurants = restaurants;
    this.carts = carts;
    this.store = store;
    this.clock = clock;
  }

  /// The nearest open branch that has all of it. What is paid keeps its price: then only a branch
  /// with the same total comes into question.
  Optional<Elsewhere> nearest(Transaction transaction, UUID restaurantId, Order order) {
    Branch own = restaurants.branch(transaction, restaurantId, order.branchId()).orElseThrow();
    return all(transaction, restaurantId, order).stream()
        .min(
            Comparator.comparingDouble(
                other -> own.kilometresTo(other.branch().latitude(), other.branch().longitude())));
  }

  /// A branch, if it can still make all of it for the price that the customer was told.
  Optional<Elsewhere> of(
      Transaction transaction, UUID restaurantId, Order order, UUID branchId, Money price) {
    return all(transaction, restaurantId, order).stream()
        .filter(other -> other.branch().id().equals(branchId))
        .filter(other -> other.priced().total().equals(price))
        .findFirst();
  }

  /// A branch, if it can make all of it for no more than the customer was told.
  Optional<Elsewhere> notDearer(
      Transaction transaction, UUID restaurantId, Order order, UUID branchId) {
    return all(transaction, restaurantId, order).stream()
        .filter(other -> other.branch().id().equals(branchId))
        .filter(other -> other.priced().total().compareTo(order.payment().total()) <= 0)
        .findFirst();
  }

  /// The order as the other branch has it, under a number of that branch.
  Order at(Transaction transaction, UUID restaurantId, Order order, Elsewhere other) {
    Branch branch = other.branch();
    String number = numbers.next(transaction, restaurantId, branch, today(branch));
    return order
        .at(branch.id(), number)
        .withPayment(order.payment().costing(other.priced().total()));
  }

  /// Writes the order down at its new branch.
  void keep(Transaction transaction, UUID restaurantId, Order order, Elsewhere other) {
    List<OrderLine> before = store.lines(transaction, restaurantId, order.id());
    store.relocate(
        transaction,
        restaurantId,
        order,
        today(other.branch()),
        lines(before, other.priced().lines()),
        other.priced());
  }

  private List<Elsewhere> all(Transaction transaction, UUID restaurantId, Order order) {
    return carts
        .elsewhere(
            transaction,
            restaurantId,
            store.cart(transaction, restaurantId, order.id()),
            order.branchId())
        .stream()
        .filter(other ->
            order.payment().paid().equals(Money.ZERO)
                || other.priced().total().equals(order.payment().total()))
        .toList();
  }

  private LocalDate today(Branch branch) {
    return branch.dateAt(clock.instant());
  }

  private static List<OrderLine> lines(List<OrderLine> before, List<OrderSummary.Line> sold) {
    return IntStream.range(0, sold.size())
        .mapToObj(index -> before.get(index).soldAs(sold.get(index)))
        .toList();
  }
}
