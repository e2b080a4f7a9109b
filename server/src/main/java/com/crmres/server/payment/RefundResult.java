package com.crmres.server.payment;

import com.crmres.common.money.Money;
import com.crmres.common.payment.PaymentTask;

/// What came of wanting money to go back.
public sealed interface RefundResult {

  /// It will go, or is for people to give.
  record Noted(PaymentTask task) implements RefundResult {}

  /// More than is left.
  record TooMuch(Money left) implements RefundResult {}

  /// It was never paid, or all of it went back.
  record NothingLeft() implements RefundResult {}

  /// The command's id was used for something else.
  record CommandReused() implements RefundResult {}
}
