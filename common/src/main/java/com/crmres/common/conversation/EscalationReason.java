package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// Why the assistant handed a conversation to people.
public enum EscalationReason implements WireName {
  ASKED_FOR_PERSON,
  ANGER,
  HEALTH_OR_SAFETY,
  PAYMENT,
  LOST_TWICE,
  LOW_CONFIDENCE,
  COMPLAINT,
  ASSISTANT_FAILED,

  /// His message reached us long after he wrote it, so that an answer by itself may do harm.
  LATE_MESSAGE,

  /// He changed what he had said after his order was placed.
  EDITED_AFTER_ORDER
}
