package com.crmres.common.ordering;

import com.crmres.common.wire.WireName;

/// Whether the customer was shown the cart as it is now.
public enum ReadBackState implements WireName {
  /// He never was.
  NONE,
  /// He was, and his yes counts.
  WAITING,
  /// It has changed since, or that was too long ago: his yes does not count.
  OUTDATED
}
