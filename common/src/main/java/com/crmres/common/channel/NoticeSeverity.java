package com.crmres.common.channel;

import com.crmres.common.wire.WireName;

/// How much a notice matters.
public enum NoticeSeverity implements WireName {
  INFORMATION,
  WARNING,

  /// Messages do not go out, or soon will not.
  CRITICAL
}
