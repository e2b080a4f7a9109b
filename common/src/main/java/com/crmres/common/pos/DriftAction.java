package com.crmres.common.pos;

import com.crmres.common.wire.WireName;

/// What mends a drift best.
public enum DriftAction implements WireName {
  MOVE_AT_TILL,
  MOVE_HERE,
  CORRECT_PRICE,
  VOID_AT_TILL,
  CANCEL_HERE,
  REFUND_HERE,
  HAND_OVER_AGAIN,
  /// Ask the branch what it is.
  ASK_BRANCH
}
