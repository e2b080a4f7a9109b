package com.crmres.common.ordering;

import com.crmres.common.wire.WireName;

/// What people should know of an order beside where it stands.
public enum OrderFlag implements WireName {
  /// Somebody has seen it: the alarm is silent.
  ACKNOWLEDGED,
  /// A rule accepted it.
  AUTO_ACCEPTED,
  /// Nobody said that it was collected; it was closed by the clock.
  AUTO_COMPLETED,
  /// Nobody decided in time about its cancellation.
  CANCEL_LATE,
  /// Nobody answered it, and the customer was asked what now.
  RESCUE_OFFERED,
  /// The customer wants to be called.
  CALL_BACK,
  /// Another branch makes it than the one it was placed at.
  MOVED,
  RESTORED,
  /// Its customer has changed it since it was placed.
  ALTERED
}
