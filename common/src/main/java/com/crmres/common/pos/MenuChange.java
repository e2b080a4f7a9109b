package com.crmres.common.pos;

import com.crmres.common.wire.WireName;

/// How the till's menu differs from ours.
public enum MenuChange implements WireName {
  /// It is at the till, and nothing of ours is it.
  ONLY_THERE,
  /// Ours has no counterpart, or one that is gone.
  ONLY_HERE,
  PRICE_DIFFERS,
  /// The till does not sell it now; we do.
  SOLD_OUT_THERE,
  /// The till sells it again; we do not.
  BACK_THERE
}
