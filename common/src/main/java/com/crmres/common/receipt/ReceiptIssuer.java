package com.crmres.common.receipt;

import com.crmres.common.wire.WireName;

/// Who issues the tax invoices of a branch.
public enum ReceiptIssuer implements WireName {
  /// Nobody: the branch is not registered, or writes them by hand.
  NOBODY,
  /// Its till.
  TILL,
  /// We do, in the restaurant's name.
  HOUSE
}
