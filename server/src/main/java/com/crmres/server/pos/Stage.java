package com.crmres.server.pos;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.wire.WireName;
import java.util.Optional;

/// How far an order is at a till, in words that fit every till.
public enum Stage implements WireName {
  PENDING,
  ACCEPTED,
  PREPARING,
  READY,
  ON_THE_WAY,
  COMPLETED,
  DECLINED,
  VOIDED,
  RETURNED,
  /// A word we do not know: kept, and nothing comes of it.
  UNKNOWN;

  /// Whether nobody does anything for it any more.
  boolean isOver() {
    return switch (this) {
      case COMPLETED, DECLINED, VOIDED, RETURNED -> true;
      case PENDING, ACCEPTED, PREPARING, READY, ON_THE_WAY, UNKNOWN -> false;
    };
  }

  /// Whether the till has dropped it.
  boolean isDropped() {
    return this == DECLINED || this == VOIDED;
  }

  /// What corresponds to our status; empty where a till has no word for it.
  public static Optional<Stage> of(OrderStatus status) {
    return switch (status) {
      case PENDING -> Optional.of(PENDING);
      case CONFIRMED -> Optional.of(ACCEPTED);
      case PREPARING -> Optional.of(PREPARING);
      case READY -> Optional.of(READY);
      case OUT_FOR_DELIVERY -> Optional.of(ON_THE_WAY);
      case DELIVERED -> Optional.of(COMPLETED);
      case REJECTED -> Optional.of(DECLINED);
      case CANCELLED -> Optional.of(VOIDED);
      case EXPIRED, CANCEL_REQUESTED, DELIVERY_FAILED -> Optional.empty();
    };
  }
}
