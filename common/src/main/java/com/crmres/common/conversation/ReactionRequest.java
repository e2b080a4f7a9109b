package com.crmres.common.conversation;

import java.util.UUID;

/// A staff member puts a sign on a message; the same `commandId` twice is one sign.
///
/// @param emoji one; empty to take the sign away
public record ReactionRequest(UUID commandId, String emoji) {}
