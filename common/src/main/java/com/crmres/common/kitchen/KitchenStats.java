package com.crmres.common.kitchen;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the kitchen of a branch does since its day began.
///
/// @param since four in the morning, by the branch's clock
/// @param onTimePercent of the orders done that had a promise; null if there is none
/// @param medianSeconds from giving out to done; null if nothing is done
public record KitchenStats(
    Instant since,
    long done,
    @Nullable Integer onTimePercent,
    @Nullable Long medianSeconds,
    long underWay,
    long lateNow,
    long wasted) {}
