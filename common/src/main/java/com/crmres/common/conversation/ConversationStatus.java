package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// Where a conversation stands.
public enum ConversationStatus implements WireName {
  /// The assistant, or a person who took over, is answering.
  ACTIVE,
  /// Handed to people and waiting for one.
  ESCALATED,
  /// Done; the customer writing again makes it active.
  RESOLVED,
  /// The customer stopped answering.
  ABANDONED
}
