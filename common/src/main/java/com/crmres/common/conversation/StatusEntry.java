package com.crmres.common.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One word of WhatsApp about how far a message of ours came.
///
/// @param status WhatsApp's word: `sent`, `delivered`, `read`, `played`, `failed`
/// @param at when it came that far
/// @param failure why it failed; present only if it did
public record StatusEntry(String status, Instant at, @Nullable String failure) {}
