package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// How far a message of ours has come; it only moves up (whatsapp-cloud-api.md 3).
public enum DeliveryStatus implements WireName {
  QUEUED,
  SENT,
  DELIVERED,
  READ,
  FAILED
}
