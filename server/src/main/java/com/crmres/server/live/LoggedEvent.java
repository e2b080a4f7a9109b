package com.crmres.server.live;

import com.crmres.common.live.LiveEvent;
import com.crmres.common.live.LiveFrame;
import com.crmres.common.wire.Json;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event of the log, with the frame that every screen gets of it, written once.
record LoggedEvent(
    Position position, UUID restaurantId, @Nullable UUID branchId, LiveEvent event, String frame) {

  static LoggedEvent of(
      Position position, UUID restaurantId, @Nullable UUID branchId, Instant at, LiveEvent event) {
    return new LoggedEvent(
        position,
        restaurantId,
        branchId,
        event,
        Json.write(new LiveFrame.Happened(position.text(), at, event)));
  }
}
