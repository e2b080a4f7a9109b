package com.crmres.common.ordering;

import com.crmres.common.wire.WireName;

/// How the bringing of an order stands.
public enum DeliveryState implements WireName {
  NONE,
  /// A driver is looked for.
  SEARCHING,
  ASSIGNED,
  AT_BRANCH,
  PICKED_UP,
  NEAR,
  DELIVERED,
  FAILED,
  RETURNED
}
