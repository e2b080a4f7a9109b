package com.crmres.server.ordering;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One item of a cart with its choices.
///
/// @param quantity 1 to 50
/// @param optionIds chosen options, standard ones left out
/// @param evidence the customer's words it came from
public record CartLine(
    UUID id,
    UUID itemId,
    int quantity,
    List<UUID> optionIds,
    @Nullable String note,
    @Nullable String evidence) {
  public CartLine {
    optionIds = List.copyOf(optionIds);
  }

  CartLine withQuantity(int changed) {
    return new CartLine(id, itemId, changed, optionIds, note, evidence);
  }

  CartLine withOptions(List<UUID> changed) {
    return new CartLine(id, itemId, quantity, changed, note, evidence);
  }
}
