package com.crmres.common.ordering;

import com.crmres.common.wire.WireName;

/// Why an order was rejected, cancelled, not brought, taken back or refunded: the same list on
/// screens, in reports and towards tills.
public enum OrderReason implements WireName {
  CUSTOMER_CHANGED_MIND,
  DUPLICATE,
  WRONG_ADDRESS,
  TOO_LATE,
  ITEM_UNAVAILABLE,
  KITCHEN_TOO_BUSY,
  CLOSING,
  OUTSIDE_ZONE,
  PAYMENT_FAILED,
  NO_SHOW,
  FRAUD_SUSPECTED,
  BRANCH_OUTAGE,
  STAFF_ERROR,
  TEST,
  /// None of these: said in words.
  OTHER
}
