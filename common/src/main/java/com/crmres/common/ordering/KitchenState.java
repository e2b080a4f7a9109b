package com.crmres.common.ordering;

import com.crmres.common.wire.WireName;

/// How the kitchen stands with a line; of an order as a whole it follows from its status.
public enum KitchenState implements WireName {
  PENDING,
  /// Waits: for its time, or for a decision about a cancellation.
  HELD,
  FIRED,
  STARTED,
  DONE,
  VOIDED,
  REMADE
}
