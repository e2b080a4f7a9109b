package com.crmres.common.menu;

import com.crmres.common.wire.WireName;

/// How an option is wanted, said before its name: "extra cheese", "light ice".
public enum PreModifier implements WireName {
  /// Left out, although it would be there.
  NO,
  /// More of it than usual.
  EXTRA,
  /// Not on the dish but beside it.
  SIDE,
  /// Less of it than usual.
  LIGHT,
  /// On one half of the dish only.
  HALF_LEFT,
  /// On the other half only.
  HALF_RIGHT;

  /// Whether it speaks of one half of the dish.
  public boolean isHalf() {
    return this == HALF_LEFT || this == HALF_RIGHT;
  }
}
