package com.crmres.common.ordering;

import com.crmres.common.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Staff move an order; the same `commandId` twice is one move.
///
/// @param expectedVersion the version the screen showed; another one means somebody was faster
/// @param reason in words, 1 to 200 characters; `reject`, `cancel`, `move` and `undo_ready` need it
///   or a code
/// @param minutes for `accept` until ready, for `delay` how much longer: 1 to 240
/// @param reasonCode why; `other` needs words
/// @param itemIds for `reject` because of `item_unavailable`: what the branch has none left of
/// @param amount for `collect_cash` and `refund`; null for all that is open
/// @param scheduledFor for `reschedule`
/// @param driver who brings it, for `assign_driver` and `dispatch`, up to 80 characters
/// @param deviceId the device it was asked on, up to 64 characters
/// @param deviceTime by the device's own clock: one that was offline asks later than it was meant
/// @param branchId for `move`
public record ChangeOrderRequest(
    UUID commandId,
    OrderAction action,
    long expectedVersion,
    @Nullable String reason,
    @Nullable Integer minutes,
    @Nullable OrderReason reasonCode,
    @Nullable List<UUID> itemIds,
    @Nullable Money amount,
    @Nullable Instant scheduledFor,
    @Nullable String driver,
    @Nullable String deviceId,
    @Nullable Instant deviceTime,
    @Nullable UUID branchId) {

  public ChangeOrderRequest {
    itemIds = itemIds == null ? null : List.copyOf(itemIds);
  }

  /// A move that needs no more than words or minutes.
  public ChangeOrderRequest(
      UUID commandId,
      OrderAction action,
      long expectedVersion,
      @Nullable String reason,
      @Nullable Integer minutes) {
    this(
        commandId,
        action,
        expectedVersion,
        reason,
        minutes,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
