package com.crmres.common.conversation;

import org.jspecify.annotations.Nullable;

/// A conversation is put out of sight for a while.
///
/// @param minutes 1 to 43200, which are 30 days; absent to have it back at once
public record SnoozeRequest(@Nullable Integer minutes) {}
