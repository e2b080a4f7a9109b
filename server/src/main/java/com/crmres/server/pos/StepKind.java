package com.crmres.server.pos;

import com.crmres.common.wire.WireName;

/// What there is to do at a till for an order.
enum StepKind implements WireName {
  /// Give it to the till.
  PLACE,
  /// Tell what it holds from now on.
  CHANGE,
  /// Tell how it stands here.
  TELL,
  /// Have it dropped there.
  CANCEL,
  /// Look how it stands there.
  FETCH
}
