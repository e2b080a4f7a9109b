package com.crmres.common.pos;

import com.crmres.common.wire.WireName;

/// How an order at the till differs from ours.
public enum DriftKind implements WireName {
  /// It came further here than there.
  TILL_BEHIND,
  /// It came further there, and the move is not allowed here.
  HERE_BEHIND,
  TOTAL_DIFFERS,
  /// It is over here and goes on there.
  NOT_VOIDED_THERE,
  /// It is over there and goes on here.
  VOIDED_THERE,
  /// The till took the money back.
  RETURNED_THERE,
  /// The till does not have it.
  MISSING_THERE,
  /// The till has it under our mark, and we do not.
  MISSING_HERE,
  /// The till has it twice.
  TWICE_THERE
}
