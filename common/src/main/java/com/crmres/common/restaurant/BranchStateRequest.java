package com.crmres.common.restaurant;

import org.jspecify.annotations.Nullable;

/// Says how a branch shall take orders; whatever is not the usual must have an end.
///
/// @param minutes how long, for instance 30, 60 or 120
/// @param endOfDay until it closes, instead of `minutes`
/// @param delayMinutes what each order takes longer while it is busy
/// @param asap whether orders for now are taken while it is busy; yes if nothing is said
public record BranchStateRequest(
    BranchMode mode,
    @Nullable Integer minutes,
    @Nullable Boolean endOfDay,
    @Nullable Integer delayMinutes,
    @Nullable Boolean asap) {}
