package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// Whether a message was passed on from another chat.
public enum Forwarded implements WireName {
  NO,
  ONCE,

  /// More than five times.
  OFTEN
}
