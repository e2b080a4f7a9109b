package com.crmres.server.ordering;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.ordering.cart.Evidence;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of an order as it was sold: names and prices stay, whatever the menu says later.
///
/// @param id the same as in the cart; null for orders of before there was one
/// @param person for whom it is
/// @param evidence the customer's words it came from
public record OrderLine(
    @Nullable UUID id,
    UUID itemId,
    List<UUID> optionIds,
    @Nullable String person,
    @Nullable Evidence evidence,
    OrderSummary.Line sold) {
  public OrderLine {
    optionIds = List.copyOf(optionIds);
    // What was sold before lines named their item stands in the tables without it.
    sold = sold.of(itemId);
  }
}
