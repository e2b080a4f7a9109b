package com.crmres.common.ordering;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of an order as it can be changed.
///
/// @param id null for orders of before lines had one: such a line cannot be changed by itself
/// @param optionIds what was chosen, standard choices left out
/// @param person for whom it is, in the customer's words
/// @param sold as it was sold
public record OrderLineDetails(
    @Nullable UUID id,
    UUID itemId,
    List<UUID> optionIds,
    @Nullable String person,
    OrderSummary.Line sold) {
  public OrderLineDetails {
    optionIds = List.copyOf(optionIds);
  }
}
