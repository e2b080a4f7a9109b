package com.crmres.common.pos;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order that is not the same here and at the till.
///
/// @param number what people call it here
/// @param reference what the till calls it
public record PosDrift(
    UUID id,
    UUID branchId,
    @Nullable UUID orderId,
    @Nullable String number,
    @Nullable String reference,
    DriftKind kind,
    String ours,
    String theirs,
    DriftAction action,
    Instant foundAt) {}
