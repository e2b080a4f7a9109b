package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// Who answers a conversation now: one voice at a time.
public enum Answerer implements WireName {
  ASSISTANT,
  STAFF
}
