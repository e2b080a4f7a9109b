package com.crmres.common.restaurant;

import com.crmres.common.wire.WireName;

/// How a branch takes orders.
public enum BranchMode implements WireName {
  /// As usual.
  ONLINE,
  /// Orders take longer, or are taken for later only.
  BUSY,
  /// No orders.
  PAUSED
}
