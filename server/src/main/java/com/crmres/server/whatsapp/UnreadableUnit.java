package com.crmres.server.whatsapp;

/// A unit that lacks what one needs to do it; it is set aside with this reason, and the rest go on.
public final class UnreadableUnit extends RuntimeException {
  /// @param reason fit to be shown to an operator; names nothing of the customer
  public UnreadableUnit(String reason) {
    super(reason);
  }
}
