package com.crmres.common.ordering;

import com.crmres.common.wire.WireName;

/// A move that staff ask for.
public enum OrderAction implements WireName {
  ACCEPT,
  REJECT,
  START_PREPARING,
  MARK_READY,
  DISPATCH,
  HAND_OVER,
  FAIL_DELIVERY,
  CANCEL,
  REFUSE_CANCEL
}
