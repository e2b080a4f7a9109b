package com.crmres.common.kitchen;

import com.crmres.common.wire.WireName;

/// In what a ticket is printed.
public enum PrintLanguage implements WireName {
  AR,
  EN,
  /// Arabic, with the English name of each dish below it.
  BOTH
}
