package com.crmres.common.template;

import com.crmres.common.wire.WireName;

/// How a template stands with WhatsApp (whatsapp-cloud-api.md 1.7).
public enum TemplateStatus implements WireName {
  /// WhatsApp reviews it.
  PENDING,
  APPROVED,
  REJECTED,
  /// Not to be sent for some hours, because customers complained.
  PAUSED,
  /// Never to be sent again.
  DISABLED,
  /// Customers complain: it may still be sent, and is near its pause.
  FLAGGED,
  IN_APPEAL,
  PENDING_DELETION,
  DELETED,
  LIMIT_EXCEEDED,
  ARCHIVED,
  LOCKED,
  /// We have heard of it, and not how it stands, or in a word we do not know.
  UNKNOWN;

  /// Whether WhatsApp takes a message of it.
  public boolean maySend() {
    return this == APPROVED || this == FLAGGED;
  }
}
