package com.crmres.common.ordering;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Staff move an order; the same `commandId` twice is one move.
///
/// @param expectedVersion the version the screen showed; another one means somebody was faster
/// @param reason required for `reject` and `cancel`, 1 to 200 characters
/// @param minutes until ready, for `accept`: 1 to 240
public record ChangeOrderRequest(
    UUID commandId,
    OrderAction action,
    long expectedVersion,
    @Nullable String reason,
    @Nullable Integer minutes) {}
