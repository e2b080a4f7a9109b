package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// Who wrote a message.
public enum Sender implements WireName {
  CUSTOMER,
  AI,
  STAFF,
  SYSTEM,

  /// A colleague who used the WhatsApp app on the restaurant's phone.
  PHONE_APP,

  /// Another program that had the thread, such as WhatsApp's own agent.
  OTHER_AGENT
}
