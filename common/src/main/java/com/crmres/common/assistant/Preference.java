package com.crmres.common.assistant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something remembered of a customer.
///
/// @param value in the customer's words, at most 120 characters
/// @param messageId where he said it; null if people wrote it down
/// @param until when it is forgotten
public record Preference(
    UUID id, PreferenceKind kind, String value, @Nullable UUID messageId, Instant until) {}
