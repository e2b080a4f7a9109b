package com.crmres.common.ordering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Staff change the cart of a conversation; the same `commandId` twice is one change.
///
/// @param cartId the cart that the screen showed; absent if it showed none
/// @param expectedVersion the version the screen showed; another one means somebody was faster
/// @param lineId for `quantity`, `options`, `line_note`, `remove`
/// @param itemId for `add`
/// @param quantity for `add` and `quantity`: 1 to 50
/// @param optionIds for `add` and `options`: all choices that are not standard
/// @param note for `add`, `line_note`, `note`: up to 200 characters; absent takes it away
/// @param fulfilment for `fulfilment`
/// @param branchId for `branch`
/// @param place for `place`
/// @param phone for `phone`, as it was written
/// @param wantedAt for `time`; absent for as soon as it can be
public record ChangeCartRequest(
    UUID commandId,
    @Nullable UUID cartId,
    int expectedVersion,
    CartAction action,
    @Nullable UUID lineId,
    @Nullable UUID itemId,
    @Nullable Integer quantity,
    @Nullable List<UUID> optionIds,
    @Nullable String note,
    @Nullable Fulfilment fulfilment,
    @Nullable UUID branchId,
    @Nullable CartPlace place,
    @Nullable String phone,
    @Nullable Instant wantedAt) {

  public ChangeCartRequest {
    optionIds = optionIds == null ? null : List.copyOf(optionIds);
  }
}
