package com.crmres.common.ordering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an order stands beside its status.
///
/// @param scheduledFor when the customer wants it; null for as soon as possible
/// @param driver who brings it, as staff wrote it
/// @param reasonCode why it was rejected, cancelled, …
public record OrderStanding(
    OrderPaymentState payment,
    KitchenState kitchen,
    DeliveryState delivery,
    @Nullable Instant scheduledFor,
    @Nullable String driver,
    @Nullable OrderReason reasonCode,
    List<OrderFlag> flags) {

  /// Of an order that was just placed, as soon as possible, with nothing paid.
  public static final OrderStanding NEW =
      new OrderStanding(
          OrderPaymentState.NONE,
          KitchenState.PENDING,
          DeliveryState.NONE,
          null,
          null,
          null,
          List.of());

  public OrderStanding {
    flags = List.copyOf(flags);
  }
}
