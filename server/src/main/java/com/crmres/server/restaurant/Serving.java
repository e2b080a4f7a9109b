package com.crmres.server.restaurant;

import com.crmres.common.restaurant.BranchMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How people said a branch takes orders. Everything but the usual ends by itself: a pause that is
/// forgotten loses an evening.
///
/// @param until when it is as usual again; null only while it is
/// @param delayMinutes what each order takes longer while it is busy
/// @param asap whether orders for now are taken while it is busy
public record Serving(BranchMode mode, @Nullable Instant until, int delayMinutes, boolean asap) {

  /// As usual.
  public static final Serving ONLINE = new Serving(BranchMode.ONLINE, null, 0, true);

  public Serving {
    if ((mode == BranchMode.ONLINE) != (until == null)) {
      throw new IllegalArgumentException("what is not usual needs an end");
    }
  }

  /// What of it counts at a moment.
  public Serving at(Instant moment) {
    return until == null || moment.isBefore(until) ? this : ONLINE;
  }
}
