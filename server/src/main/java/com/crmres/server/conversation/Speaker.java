package com.crmres.server.conversation;

import java.util.UUID;

/// The staff member who acts on a conversation.
public record Speaker(UUID staffId, String name) {}
