package com.crmres.common.ordering;

import com.crmres.common.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One step of an order's life: who, what, why, when.
///
/// @param version of the order after it
/// @param move the name of the row in the table of moves; null for steps of before there were names
/// @param actor `customer`, `assistant`, `staff`, `device`, `pos`, `payment` or `system`
/// @param from null for its placing
/// @param reason in the words of whoever asked for it
/// @param amount of money that was taken or is given back
/// @param deviceTime by the device's own clock
/// @param at by the server's
public record OrderEvent(
    long version,
    OrderAxis axis,
    @Nullable String move,
    String actor,
    @Nullable UUID staffId,
    @Nullable String deviceId,
    @Nullable String from,
    String to,
    @Nullable OrderReason reasonCode,
    @Nullable String reason,
    @Nullable Money amount,
    @Nullable Instant deviceTime,
    Instant at) {}
