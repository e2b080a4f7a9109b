package com.crmres.server.whatsapp;

/// A unit that lacks what one needs to do it; it is set aside with this reason, and the rest go on.
final class UnreadableUnit extends RuntimeException {
  UnreadableUnit(String reason) {
    super(reason);
  }
}
