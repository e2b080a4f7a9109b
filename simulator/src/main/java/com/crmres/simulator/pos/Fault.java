package com.crmres.simulator.pos;

/// What goes wrong at the till, each once for every time it is asked for.
public enum Fault {
  /// The order is taken, and the answer never comes.
  SILENT_AFTER_CREATING,
  /// The order is taken, and the answer is an error.
  ERROR_AFTER_CREATING,
  /// The order is not taken, and the answer is an error.
  ERROR_BEFORE_CREATING,
  TOO_MANY_REQUESTS,
  WEBHOOK_LOST,
  WEBHOOK_TWICE,
  /// Another price than on our menu.
  OTHER_TOTAL
}
