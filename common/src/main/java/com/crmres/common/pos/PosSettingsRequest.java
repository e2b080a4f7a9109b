package com.crmres.common.pos;

import org.jspecify.annotations.Nullable;

/// Connects a branch to its till.
///
/// @param address where the till is spoken to; https
/// @param secret what signs our calls, or the till's access token; null keeps the one there is
/// @param deliveryCharge how the till calls the charge for delivery; needed where it has a list of
///   them
/// @param handOverAt null for at once
public record PosSettingsRequest(
    PosKind kind,
    String address,
    @Nullable String secret,
    @Nullable String posBranch,
    @Nullable String deliveryCharge,
    @Nullable HandOverAt handOverAt,
    boolean enabled) {}
