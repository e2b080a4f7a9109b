package com.crmres.server.ordering;

import com.crmres.common.ordering.Fulfilment;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a customer is putting together; every change makes the next version. Immutable.
///
/// @param version 0 for an empty cart that was never stored
/// @param readBackVersion the version last read back to the customer with its total; only that one
///   can be confirmed
public record Cart(
    UUID id,
    int version,
    @Nullable UUID branchId,
    @Nullable Fulfilment fulfilment,
    @Nullable Destination destination,
    @Nullable String note,
    List<CartLine> lines,
    @Nullable Integer readBackVersion) {

  public Cart {
    lines = List.copyOf(lines);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /// Where a delivery goes.
  public record Destination(
      @Nullable Double latitude, @Nullable Double longitude, @Nullable String text) {}
}
