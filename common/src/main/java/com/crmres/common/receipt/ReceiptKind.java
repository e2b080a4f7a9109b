package com.crmres.common.receipt;

import com.crmres.common.wire.WireName;

/// What a paper about an order is.
public enum ReceiptKind implements WireName {
  /// Of a branch that issues no tax invoices: it lists the order, and says that it is none.
  SLIP,
  /// A simplified tax invoice of ours.
  TAX_INVOICE,
  /// Takes a tax invoice of ours back, wholly or in part.
  CREDIT_NOTE,
  /// The branch's till issued the invoice; we know its number.
  TILL_INVOICE
}
