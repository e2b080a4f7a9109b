package com.crmres.common.receipt;

import com.crmres.common.wire.WireName;

/// As what a receipt is sent to the customer.
public enum ReceiptForm implements WireName {
  NONE,
  PICTURE,
  PDF
}
