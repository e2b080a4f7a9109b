package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// What a conversation is about.
public enum ConversationType implements WireName {
  FEEDBACK,
  ORDER,
  SUPPORT,
  GENERAL
}
