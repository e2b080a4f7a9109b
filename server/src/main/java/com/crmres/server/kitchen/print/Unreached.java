package com.crmres.server.kitchen.print;

import java.io.IOException;

/// A printer took nothing: what was meant for it has surely not been printed.
final class Unreached extends IOException {

  private static final long serialVersionUID = 1;

  Unreached(String message, Throwable cause) {
    super(message, cause);
  }
}
