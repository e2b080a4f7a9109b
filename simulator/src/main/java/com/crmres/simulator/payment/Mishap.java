package com.crmres.simulator.payment;

/// What goes wrong, the next time it can.
public enum Mishap {
  /// A callback never arrives.
  CALLBACK_LOST,
  /// A callback arrives three times.
  CALLBACK_REPEATED,
  /// A callback waits until the next one has gone.
  CALLBACK_LATE,
  /// A request is done and its answer is a 502.
  ANSWER_LOST,
  /// A request is refused because there were too many.
  TOO_MANY_REQUESTS,
  /// The next payment is of one riyal only.
  OTHER_AMOUNT
}
