package com.crmres.server.ordering;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.Evidence;
import com.crmres.server.ordering.cart.PreModified;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One line of an order as it was sold: names and prices stay, whatever the menu says later.
///
/// @param id the same as in the cart; null for orders of before there was one
/// @param person for whom it is
/// @param evidence the customer's words it came from
/// @param preModified those of the options that are wanted in a way of their own
public record OrderLine(
    @Nullable UUID id,
    UUID itemId,
    List<UUID> optionIds,
    @Nullable String person,
    @Nullable Evidence evidence,
    OrderSummary.Line sold,
    List<PreModified> preModified) {
  public OrderLine {
    optionIds = List.copyOf(optionIds);
    // What was sold before lines named their item stands in the tables without it.
    sold = sold.of(itemId);
    preModified = preModified == null ? List.of() : List.copyOf(preModified);
  }

  /// A line of a cart as it is sold now.
  static OrderLine of(CartLine line, OrderSummary.Line sold) {
    return new OrderLine(
        line.id(),
        line.itemId(),
        line.optionIds(),
        line.person(),
        line.evidence(),
        sold,
        line.preModified());
  }

  /// The same at other prices.
  OrderLine soldAs(OrderSummary.Line other) {
    return new OrderLine(id, itemId, optionIds, person, evidence, other, preModified);
  }

  /// The options that go into the dish.
  public Stream<UUID> used() {
    return PreModified.used(optionIds, preModified);
  }
}
