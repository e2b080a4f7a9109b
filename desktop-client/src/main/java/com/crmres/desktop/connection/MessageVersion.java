package com.crmres.desktop.connection;

import com.crmres.common.conversation.MessageContent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a message said at one time, for whoever may audit it.
///
/// @param content absent where its author took it back
public record MessageVersion(@Nullable MessageContent content, Instant at) {}
