package com.crmres.common.ordering;

import com.crmres.common.wire.WireName;

/// Where an order stands; the allowed moves are the server's table.
public enum OrderStatus implements WireName {
  PENDING,
  CONFIRMED,
  PREPARING,
  READY,
  OUT_FOR_DELIVERY,
  /// Handed over to the customer.
  DELIVERED,
  REJECTED,
  EXPIRED,
  CANCEL_REQUESTED,
  CANCELLED,
  DELIVERY_FAILED
}
