package com.crmres.common.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a message said at one time, for whoever may audit it.
///
/// @param content absent where its author took it back
public record MessageVersion(VersionKind kind, @Nullable MessageContent content, Instant at) {}
