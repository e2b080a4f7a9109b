package com.crmres.common.kitchen;

import com.crmres.common.wire.WireName;

/// How a printer is reached.
public enum PrinterKind implements WireName {
  /// By TCP, usually at port 9100.
  NETWORK,
  /// A file or device below the folder that the operator has set.
  FILE
}
