package com.crmres.server.kitchen;

import com.crmres.common.ordering.OrderSummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Says when a customer wants an order.
public interface Schedule {

  /// Everything is wanted as soon as possible.
  Schedule NONE = _ -> null;

  /// Null for as soon as possible.
  @Nullable Instant scheduledFor(OrderSummary order);
}
