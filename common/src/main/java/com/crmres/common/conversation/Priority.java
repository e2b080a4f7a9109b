package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// How soon people shall look at a conversation, the last first.
public enum Priority implements WireName {
  NORMAL,
  HIGH,
  URGENT
}
