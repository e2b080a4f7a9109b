package com.crmres.server.ordering;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order that was just placed or moved.
///
/// @param order as it is now; its status says where it came to
/// @param lines in the order of `order.lines()`
/// @param from where it stood before; null when it was placed
/// @param reason why, in the words of whoever asked for it
public record OrderStep(
    OrderSummary order,
    List<OrderLine> lines,
    @Nullable OrderStatus from,
    Actor actor,
    @Nullable String reason,
    Instant at) {
  public OrderStep {
    lines = List.copyOf(lines);
  }
}
