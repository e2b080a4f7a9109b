package com.crmres.common.search;

import com.crmres.common.wire.WireName;

/// What a search found words in.
public enum SearchKind implements WireName {
  /// What somebody said.
  MESSAGE,
  /// A customer's name or one of his phones.
  CUSTOMER,
  /// An order's number.
  ORDER
}
