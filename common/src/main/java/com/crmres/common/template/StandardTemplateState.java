package com.crmres.common.template;

import com.crmres.common.wire.WireName;

/// How a template of the house's own stands with WhatsApp.
public enum StandardTemplateState implements WireName {
  /// The account has none of that name and language: it is to be submitted.
  MISSING,
  /// WhatsApp reviews it.
  PENDING,
  /// It goes out when the window is closed.
  APPROVED,
  /// WhatsApp does not want it as it is.
  REJECTED,
  /// It was approved and may not be sent now: paused, disabled, locked.
  STOPPED,
  /// It is approved with another category or with placeholders that the house cannot fill.
  UNFIT
}
