package com.crmres.common.kitchen;

import com.crmres.common.wire.WireName;

/// Why a ticket is printed.
public enum PaperKind implements WireName {
  NEW,
  /// Only what came or went.
  DELTA,
  VOID,
  RESTORED,
  /// Somebody asked for it once more.
  REPRINT,
  TEST
}
