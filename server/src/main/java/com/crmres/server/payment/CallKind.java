package com.crmres.server.payment;

import com.crmres.common.wire.WireName;

/// What is asked of a provider.
enum CallKind implements WireName {
  CREATE,
  FETCH,
  CANCEL,
  REFUND
}
