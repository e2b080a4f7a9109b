package com.crmres.common.menu;

import com.crmres.common.wire.WireName;

/// How long something is sold out, for whoever does not want to name a time.
public enum AvailabilityPreset implements WireName {
  HALF_HOUR,
  HOUR,
  /// Until the branch closes tonight.
  END_OF_DAY,
  /// Until it opens the next time after that.
  NEXT_OPENING,
  /// Until somebody says that it is back.
  MANUAL
}
