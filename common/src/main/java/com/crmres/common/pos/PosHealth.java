package com.crmres.common.pos;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of the way to a till.
///
/// @param waiting steps that have not been taken there yet
/// @param blocked steps that need a person
/// @param trouble what went wrong last, without anything of a customer; null if nothing since
public record PosHealth(
    PosCondition condition,
    long waiting,
    long blocked,
    @Nullable Instant answeredAt,
    @Nullable String trouble) {}
