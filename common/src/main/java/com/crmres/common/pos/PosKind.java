package com.crmres.common.pos;

import com.crmres.common.wire.WireName;

/// How a branch's till is spoken to.
public enum PosKind implements WireName {
  /// By our own signed webhook (docs/pos.md).
  WEBHOOK,
  FOODICS
}
