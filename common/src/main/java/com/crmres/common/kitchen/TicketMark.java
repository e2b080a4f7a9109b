package com.crmres.common.kitchen;

import com.crmres.common.wire.WireName;

/// What a cook must see of a ticket at once.
public enum TicketMark implements WireName {
  /// Waits for its time.
  SCHEDULED,
  /// Lines came or went after it was given out.
  CHANGED,
  /// Somebody wants to cancel: nobody goes on before it is decided.
  CANCEL_REQUESTED,
  /// Not wanted any more.
  VOIDED,
  /// Was cancelled, and is wanted after all.
  RESTORED,
  /// Before all others.
  PRIORITY,
  /// Was done once and came back.
  RECALLED,
  /// Something of it was reported late, by a device that had no network.
  OFFLINE
}
