package com.crmres.server.assistant.openrouter;

import com.crmres.common.wire.WireName;

/// Why a call gave no answer that may be acted upon.
enum Kind implements WireName {

  /// The key is missing, wrong or revoked.
  AUTH,

  /// The account's or the key's credit is used up.
  CREDIT,
  RATE,
  OVERLOADED,
  TIMEOUT,
  BAD_REQUEST,

  /// A guardrail, moderation or the region forbids it.
  BLOCKED,

  /// A model that is gone, or preferences that leave no provider: somebody must change settings.
  CONFIG,
  PROVIDER,

  /// An answer came that nobody can use.
  MALFORMED,
  CANCELLED
}
