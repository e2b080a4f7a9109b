package com.crmres.common.conversation;

import java.util.UUID;

/// A staff member answers; the same `commandId` twice is one answer.
///
/// @param text 1 to 4096 characters
public record ReplyRequest(UUID commandId, String text) {}
