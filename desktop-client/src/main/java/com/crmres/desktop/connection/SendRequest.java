package com.crmres.desktop.connection;

import com.crmres.common.conversation.MessageContent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A staff member sends something; the same `commandId` twice is one message.
///
/// @param replyTo the message it answers
public record SendRequest(UUID commandId, MessageContent content, @Nullable UUID replyTo) {}
