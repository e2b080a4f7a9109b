package com.crmres.server.doctor;

import java.util.List;

/// Looks at one thing.
interface Check {

  List<Finding> look() throws InterruptedException;

  /// Whether it asks WhatsApp, which is in vain while the token is refused.
  default boolean asksWhatsApp() {
    return false;
  }
}
