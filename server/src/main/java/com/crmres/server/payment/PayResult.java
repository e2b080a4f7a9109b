package com.crmres.server.payment;

import com.crmres.common.payment.PaymentSummary;

/// What came of saying how an order is paid.
public sealed interface PayResult {

  /// It is paid so, now or since the same command came the first time.
  record Begun(PaymentSummary payment) implements PayResult {}

  /// The branch does not take it, or not that much.
  record NotOffered() implements PayResult {}

  record AlreadyPaid() implements PayResult {}

  /// The order ended, or costs nothing.
  record OrderOver() implements PayResult {}

  /// The command's id was used for something else.
  record CommandReused() implements PayResult {}
}
