package com.crmres.server.ordering.cart;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One item of a cart with its choices.
///
/// @param quantity 1 to 50
/// @param optionIds chosen options, standard ones left out
/// @param person for whom it is, in the customer's words; null if he did not say
/// @param evidence the customer's words it came from; null if he tapped, or people put it in
public record CartLine(
    UUID id,
    UUID itemId,
    int quantity,
    List<UUID> optionIds,
    @Nullable String note,
    @Nullable String person,
    @Nullable Evidence evidence) {
  public CartLine {
    optionIds = List.copyOf(optionIds);
  }

  /// A line of which nothing more is known than what it holds.
  public CartLine(UUID id, UUID itemId, int quantity, List<UUID> optionIds) {
    this(id, itemId, quantity, optionIds, null, null, null);
  }

  CartLine withQuantity(int changed) {
    return new CartLine(id, itemId, changed, optionIds, note, person, evidence);
  }

  CartLine withNote(@Nullable String changed) {
    return new CartLine(id, itemId, quantity, optionIds, changed, person, evidence);
  }

  CartLine withOptions(List<UUID> changed) {
    return new CartLine(id, itemId, quantity, changed, note, person, evidence);
  }
}
