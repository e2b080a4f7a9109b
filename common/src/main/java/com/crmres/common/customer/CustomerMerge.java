package com.crmres.common.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A merge of two customers, which can be taken back.
///
/// @param survivor who stays, with everything of both
/// @param absorbed who became part of him
/// @param mergedBy the staff member; absent where WhatsApp itself said that the two are one
/// @param undoneAt when it was taken back
public record CustomerMerge(
    UUID id,
    CustomerSummary survivor,
    CustomerSummary absorbed,
    @Nullable UUID mergedBy,
    Instant mergedAt,
    @Nullable Instant undoneAt) {}
