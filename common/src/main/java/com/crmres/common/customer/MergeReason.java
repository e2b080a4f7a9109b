package com.crmres.common.customer;

import com.crmres.common.wire.WireName;

/// Why two customers may be one person.
public enum MergeReason implements WireName {
  /// WhatsApp says that the one has the other's number now.
  NUMBER_CHANGED,

  /// Both were seen with one phone number.
  SAME_PHONE,

  /// The one shared the other's number as his own.
  PHONE_SHARED
}
