package com.crmres.server.ordering;

import com.crmres.common.ordering.OrderSummary;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of an order as it was sold: names and prices stay, whatever the menu says later.
///
/// @param person for whom it is
/// @param evidence the customer's words it came from
record OrderLine(
    UUID itemId,
    List<UUID> optionIds,
    @Nullable String person,
    @Nullable Evidence evidence,
    OrderSummary.Line sold) {
  OrderLine {
    optionIds = List.copyOf(optionIds);
  }
}
