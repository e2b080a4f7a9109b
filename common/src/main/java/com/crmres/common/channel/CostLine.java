package com.crmres.common.channel;

import org.jspecify.annotations.Nullable;

/// What the messages of one category, day or number cost.
///
/// @param key the category, the day (`2026-11-22`) or the phone number id
/// @param messages how many were delivered
/// @param billed how many of them WhatsApp bills
/// @param unpriced how many of those have no rate, so that their cost is not known
/// @param cost of the priced ones, estimated, in millionths of `currency`
/// @param currency ISO 4217; absent if none is priced
public record CostLine(
    String key, long messages, long billed, long unpriced, long cost, @Nullable String currency) {}
