package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// Who wrote a message.
public enum Sender implements WireName {
  CUSTOMER,
  AI,
  STAFF,
  SYSTEM
}
