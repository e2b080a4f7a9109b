package com.crmres.common.ordering;

import com.crmres.common.wire.WireName;

/// How an order stands with its money.
public enum OrderPaymentState implements WireName {
  NONE,
  /// A link was sent.
  PENDING,
  AUTHORISED,
  PAID,
  FAILED,
  /// The link's time was over.
  EXPIRED,
  /// Nothing was taken, and nothing will be.
  VOIDED,
  REFUND_PENDING,
  REFUNDED,
  PARTIALLY_REFUNDED,
  /// To be collected at the hand-over, in cash or by card.
  COD_DUE,
  COD_COLLECTED,
  /// Less was collected than was due.
  COD_SHORT
}
