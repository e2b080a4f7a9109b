package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// Whether free text may be sent (whatsapp-cloud-api.md 6.1).
public enum ServiceWindow implements WireName {
  OPEN,

  /// It closes within the hour.
  CLOSING,

  /// Only templates may be sent.
  CLOSED
}
