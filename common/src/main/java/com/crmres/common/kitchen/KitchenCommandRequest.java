package com.crmres.common.kitchen;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The kitchen does something with a ticket; the same `commandId` twice is one command.
///
/// @param expectedVersion the version the screen showed; another one means somebody was faster
/// @param lineId of the ticket, for what is done with a line
/// @param deviceId the device it was done on, up to 64 characters
/// @param deviceTime by the device's own clock: one that was offline tells later than it was done
/// @param reason in words, up to 200 characters, for what takes back an order that was ready
public record KitchenCommandRequest(
    UUID commandId,
    KitchenAction action,
    long expectedVersion,
    @Nullable UUID lineId,
    @Nullable String deviceId,
    @Nullable Instant deviceTime,
    @Nullable String reason) {

  /// What needs no words.
  public KitchenCommandRequest(
      UUID commandId,
      KitchenAction action,
      long expectedVersion,
      @Nullable UUID lineId,
      @Nullable String deviceId,
      @Nullable Instant deviceTime) {
    this(commandId, action, expectedVersion, lineId, deviceId, deviceTime, null);
  }
}
