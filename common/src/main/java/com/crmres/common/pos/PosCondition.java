package com.crmres.common.pos;

import com.crmres.common.wire.WireName;

/// How the way to a till is.
public enum PosCondition implements WireName {
  WORKING,
  /// It failed too often and is left alone for a while.
  RESTING,
  /// Somebody switched it off.
  OFF
}
