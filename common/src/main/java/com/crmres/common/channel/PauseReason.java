package com.crmres.common.channel;

import com.crmres.common.wire.WireName;

/// Why nothing goes out from a number.
public enum PauseReason implements WireName {
  /// WhatsApp does not take its token; another one is wanted.
  TOKEN,

  /// WhatsApp refuses the account or the number: payment, registration, a lock.
  ACCOUNT,

  /// WhatsApp has restricted the account for a while.
  RESTRICTED,

  /// WhatsApp has disabled the account.
  BANNED,

  /// The number was taken off the Cloud API in the WhatsApp Business app.
  OFFBOARDED,

  /// The account is no more.
  DELETED
}
