package com.crmres.server.pos;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.server.ordering.OrderLine;
import com.crmres.server.ordering.cart.Cart.Destination;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order that goes to a till, as it stands on both sides.
///
/// @param reference what the till calls it; null until the till has it
/// @param stage how it stood there when it was seen last
/// @param missingSince since when the till does not know it any more
/// @param proved whether somebody said how one can see that it is void there
record Handed(
    UUID orderId,
    UUID branchId,
    String key,
    List<OrderLine> lines,
    String number,
    OrderStatus status,
    Instant statusSince,
    Fulfilment fulfilment,
    Money total,
    @Nullable Destination destination,
    @Nullable String reference,
    @Nullable Stage stage,
    @Nullable String raw,
    @Nullable Money theirTotal,
    @Nullable Instant seenAt,
    @Nullable Instant missingSince,
    boolean proved,
    Instant madeAt) {

  Handed {
    lines = List.copyOf(lines);
  }

  /// Whether the till works on it, as far as we know.
  boolean isAliveThere() {
    return reference != null && missingSince == null && (stage == null || !stage.isOver());
  }

  /// Whether only people at the till can still drop it there.
  boolean isAcceptedThere() {
    return isAliveThere() && !proved && stage != null && stage != Stage.PENDING;
  }

  /// Whether nobody does anything for it here any more.
  boolean isOverHere() {
    return isDroppedHere() || status == OrderStatus.DELIVERED;
  }

  /// Whether it came to nothing here.
  boolean isDroppedHere() {
    return status == OrderStatus.CANCELLED
        || status == OrderStatus.REJECTED
        || status == OrderStatus.EXPIRED;
  }
}
