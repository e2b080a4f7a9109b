package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// How far a message of ours has come; it only moves up.
public enum DeliveryStatus implements WireName {
  QUEUED,
  SENT,
  DELIVERED,
  READ,
  FAILED
}
