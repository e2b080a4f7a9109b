package com.crmres.common.payment;

import com.crmres.common.wire.WireName;

/// Where a payment stands.
public enum PaymentState implements WireName {
  /// It is owed; a link is not made yet.
  CREATED,
  /// The customer has the link.
  PENDING,
  PAID,
  /// Less was collected at the hand-over than was due.
  SHORT,
  FAILED,
  EXPIRED,
  CANCELLED,
  PARTLY_REFUNDED,
  REFUNDED
}
