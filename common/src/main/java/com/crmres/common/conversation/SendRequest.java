package com.crmres.common.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A staff member sends a message of any kind; the same `commandId` twice is one message.
///
/// @param content anything but what only customers or WhatsApp say; long words go out as several
///   messages
/// @param replyTo the message of the same conversation that it quotes; absent for none
public record SendRequest(UUID commandId, MessageContent content, @Nullable UUID replyTo) {}
