package com.crmres.common.pos;

import com.crmres.common.wire.WireName;

/// What has a counterpart at the till.
public enum PosThing implements WireName {
  ITEM,
  OPTION
}
