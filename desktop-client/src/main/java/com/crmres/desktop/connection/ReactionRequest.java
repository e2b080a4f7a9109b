package com.crmres.desktop.connection;

import java.util.UUID;

/// Our sign on a message.
///
/// @param emoji empty to take it back
public record ReactionRequest(UUID commandId, String emoji) {}
