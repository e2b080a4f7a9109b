package com.crmres.common.receipt;

import com.crmres.common.wire.WireName;

/// What a line of a receipt stands for.
public enum LineKind implements WireName {
  ITEM,
  DELIVERY
}
