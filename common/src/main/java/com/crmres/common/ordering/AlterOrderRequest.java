package com.crmres.common.ordering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Staff change what an order holds; the same `commandId` twice is one change.
///
/// @param expectedVersion the version the screen showed; another one means somebody was faster
/// @param changes 1 to 40, made in their order; all of them or none
/// @param reasonCode why; `other` needs words
/// @param reason in words, 1 to 200 characters; needed where there is no code
/// @param deviceId the device it was asked on, up to 64 characters
/// @param deviceTime by the device's own clock
public record AlterOrderRequest(
    UUID commandId,
    long expectedVersion,
    List<Change> changes,
    @Nullable OrderReason reasonCode,
    @Nullable String reason,
    @Nullable String deviceId,
    @Nullable Instant deviceTime) {

  public AlterOrderRequest {
    changes = changes == null ? List.of() : List.copyOf(changes);
  }

  /// One line more, one less, or another quantity or choice of one.
  ///
  /// @param lineId of the order; null for a line more
  /// @param itemId of the menu, for a line more
  /// @param quantity 0 takes the line out
  /// @param optionIds all that is chosen; null leaves a line's choices as they are
  /// @param note for a line more, up to 200 characters
  public record Change(
      @Nullable UUID lineId,
      @Nullable UUID itemId,
      int quantity,
      @Nullable List<UUID> optionIds,
      @Nullable String note) {
    public Change {
      optionIds = optionIds == null ? null : List.copyOf(optionIds);
    }
  }
}
