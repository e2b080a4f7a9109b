package com.crmres.common.task;

import com.crmres.common.wire.WireName;

/// What a person has to do.
public enum TaskKind implements WireName {
  /// The order is cancelled, or shall be, and the till goes on with it: somebody must void it
  /// there.
  POS_CANCEL,
  /// Dishes of an order are not known at the till.
  POS_UNMAPPED,
  /// The till refuses an order.
  POS_REFUSED,
  /// The order was changed, and the till did not follow: somebody must change it there.
  POS_CHANGE
}
