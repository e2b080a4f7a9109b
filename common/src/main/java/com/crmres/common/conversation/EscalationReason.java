package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// Why the assistant handed a conversation to people.
public enum EscalationReason implements WireName {
  ASKED_FOR_PERSON,
  ANGER,
  HEALTH_OR_SAFETY,
  PAYMENT,

  /// Threatens with the law, the press or the authorities.
  LEGAL,
  LOST_TWICE,
  LOW_CONFIDENCE,
  COMPLAINT,

  /// Asks for what only the house may grant: a discount, an exception, a contract.
  POLICY,
  ASSISTANT_FAILED,

  /// His message reached us long after he wrote it, so that an answer by itself may do harm.
  LATE_MESSAGE,

  /// He changed what he had said after his order was placed.
  EDITED_AFTER_ORDER,

  /// No branch answered his order.
  ORDER_UNANSWERED,

  /// The assistant is switched off for this matter.
  ASSISTANT_OFF
}
