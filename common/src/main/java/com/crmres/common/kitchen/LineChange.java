package com.crmres.common.kitchen;

import com.crmres.common.wire.WireName;

/// How a line came in or went out after the kitchen had its ticket.
public enum LineChange implements WireName {
  /// It was ordered later.
  ADDED,
  /// It is not wanted any more; the kitchen must acknowledge it.
  REMOVED
}
