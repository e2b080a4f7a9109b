package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// What WhatsApp says about a chat.
public enum NoticeKind implements WireName {
  NUMBER_CHANGED,
  USER_ID_CHANGED,

  /// The security code changed: another telephone, or WhatsApp set up anew.
  IDENTITY_CHANGED,
  CHAT_OPENED,
  OTHER
}
