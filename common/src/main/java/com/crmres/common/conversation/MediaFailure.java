package com.crmres.common.conversation;

import com.crmres.common.wire.WireName;

/// Why a file never came, or cannot go out.
public enum MediaFailure implements WireName {

  /// WhatsApp has it no longer, or never had it.
  GONE,

  /// Larger than its kind may be.
  TOO_LARGE,

  /// Its bytes are not what was declared, or of a kind we do not take.
  WRONG_TYPE,

  /// Its bytes do not match the hash that WhatsApp gave.
  DAMAGED
}
